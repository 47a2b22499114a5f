/** Words and questions of military sciences. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const MILITARY_SCIENCES: SubjectTerms = {
  hint: `war, army, soldier, battle, weapon, enemy, attack, defense, defence, gun, tank, missile, general,
    officer, fight, force, troops, combat, bomb, ship, mission, strategy, command, veteran, base, rank,
    captain, sergeant, unit, security, conflict, navy, invade, strike, siege, shoot, explosive, ambush,
    company, division, air force`,
  everyday: `military, militar, marines, marine corps, coast guard, special forces, navy seal, warfare,
    battlefield, submarine, aircraft carrier, destroyer, warship, battleship, fighter jet, fighter plane,
    tank battle, bomber, drone strike, nuclear weapon, atomic bomb, grenade, rifle, machine gun, sniper,
    infantry, general patton, army rank, military rank, boot camp, basic training, military draft,
    conscription, medal of honor, pentagon, war strategy, battle plan, armed forces, armed service,
    military base, bulletproof, body armor, trench, landmine, camouflage, parachute, paratrooper, guerrilla,
    ceasefire, d day landing, world war ii battle, military service, cavalry, lieutenant, colonel,
    deployment, art of war, sun tzu, catapult, military uniform, chain of command in the army,
    special operations, war hero, private first class, wars, soldiers, tanks, weapons, armies,
    military unit, armed force, branch of the armed, fighter, warrior, battles, fleet, sub hunting, cannon,
    archers, sword fight, spear, shield wall, fortress, bunker, ammunition, bullet, gunfire, hostage rescue,
    air strike, airstrike, general in the army, admiral, officer in the army, army hierarchy,
    private in the army, salute, war memorial, barracks`,
  basic: `artillery, battalion, brigade, regiment, platoon, squad, army corps, infantry division,
    company and battalion, flanking, flank, blitzkrieg, trench warfare, attrition, war of attrition,
    siege warfare, scorched earth, guerrilla warfare, counterinsurgency, insurgen*, asymmetric warfare,
    deterrence, mutually assured, ballistic missile, cruise missile, icbm, nuclear triad, strategic bombing,
    air superiority, close air support, reconnaissance, logistics of war, supply line, clausewitz, on war,
    fog of war, military strategy, military tactics, tactics, rules of engagement, law of armed conflict,
    amphibious, amphibious assault, blockade, naval warfare, convoy, u boat, depth charge, radar,
    stealth aircraft, armored, armoured, mechanized infantry, howitzer, mortar, commanding officer,
    general staff, warrant officer, noncommissioned, nco, court martial, peacekeeping, joint chiefs,
    military intelligence, psychological operations, psyops, cyber warfare, chemical weapon,
    biological weapon, drone warfare, hoplite, phalanx, legion, roman legion, trebuchet, longbow,
    schlieffen plan, maginot, napoleonic tactics, combined arms, maneuver warfare, manoeuvre warfare,
    principles of war, force multiplier, rear guard, vanguard, bridgehead, beachhead, pincer movement,
    encirclement, stalingrad, gettysburg tactics, larger unit, companies form, warhead, torpedo, frigate,
    cruiser, destroyers, dreadnought, bomber command, luftwaffe, raf, wehrmacht, red army, spetsnaz,
    foreign legion, sas, green beret, rangers, sapper, engineer corps, logistics, sustainment, supply depot,
    quartermaster, field hospital, order of battle basics, envelopment, frontal assault, feint,
    deception in war, breakthrough, counterattack, offensive, defensive line, forward base, no man's land,
    barbed wire, gas attack, night vision, body armour, anti tank, anti aircraft, surface to air,
    air defense, missile defense, early warning, nuclear deterrent, arms race, disarmament, mercenary,
    militia, paramilitary, partisan, occupation force, martial law, war crime soldier, prisoner of war, pow,
    geneva, laws of war, defense budget, defence policy, military doctrine, doctrine, war game, wargame,
    maneuver, manoeuvre, mobilization, mobilisation, conscript, reserve force, national guard,
    joint operation, expeditionary, carrier strike, maritime operation, littoral, anti ship, unmanned aerial`,
  expert: `center of gravity in clausewitz, centre of gravity, schwerpunkt, auftragstaktik, mission command,
    ooda loop, boyd's, deep battle, deep operation*, tukhachevsky, operational art, jomini, interior lines,
    lines of operation, mahan, sea power, corbett, fleet in being, douhet, command of the air,
    warden's five rings, airland battle, effects based operation*, network centric, hybrid warfare,
    fourth generation warfare, a2 ad, anti access, second strike, counterforce, countervalue,
    escalation dominance, flexible response, defilade, enfilade, reverse slope, bounding overwatch,
    fire and maneuver, suppressive fire, beaten zone, indirect fire, call for fire, forward observer,
    circular error probable, sead, isr, c4isr, electronic warfare, electronic countermeasure, jamming radar,
    order of battle, metl, mdmp, opord, intelligence preparation, commander's intent, line of departure,
    passage of lines, military decision making process, lanchester, force ratio, culminating point,
    friction in war, coup d'oeil, levee en masse, oblique order, tercio, vauban, trace italienne,
    hedgehog defense, defense in depth, elastic defence, stormtrooper tactics, infiltration tactics,
    cordon and search, clear hold build, galula, kilcullen, distributed lethality, explosively formed,
    shaped charge, reactive armor, muzzle velocity, dial of rank`,
  examples: `How did the general win although he had fewer men?
What ranks are there in the army?
Why did the landing fail?
How do you defend a bridge with one company?
How are submarines found?
What is the difference between strategy and tactics?
How does an army get food and fuel to the front?
Would tanks still matter in a war of drones?
What does an officer learn in training?
How was the fortress taken?`,
};
