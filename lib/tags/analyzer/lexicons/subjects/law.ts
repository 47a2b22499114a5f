/** Words and questions of law. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const LAW: SubjectTerms = {
  hint: `law, right, contract, agreement, illegal, crime, criminal, judge, court, case, police, rule,
    evidence, trial, arrest, prison, jail, guilty, sue, rent, lease, tenant, landlord, document, justice,
    sign, permission, property, regulation, ban, penalty, fine, license, terms, claim, party, clause,
    offence, offense, theft, murder, liable, witness, verdict, divorce, prisoner, inherit*, forge,
    counterfeit, ownership, legally, consent, privacy`,
  everyday: `against the law, law firm, lawyer, legal, abogad*, attorney, lawsuit, courtroom, court case,
    supreme court, jury, rental contract, rental agreement, lease agreement, lawful, criminal law,
    copyright, trademark, patent, law school, bar exam, divorce settlement, custody, child custody, prenup,
    last will, will and testament, inheritance law, legal advice, sue someone, small claims, police officer,
    speeding ticket, traffic law, death penalty, presumed innocent, innocent until, prosecutor,
    defense attorney, death row, law enforcement, eviction, security deposit, legal right,
    constitutional right, privacy policy, terms of service, legal document, power of attorney, notary,
    immigration law, asylum, green card, self defense law, accused, bail, parole, probation, law student,
    minimum age, laws, is it legal, is it illegal, arrested, lawyers, prison sentence, jail time,
    rent contract, contracts, legal contract, signing a contract, will leave, suing, rights of,
    tenant's right, permit, custody of, legal age, copyrighted, copyright infringement, license agreement,
    stolen, justice system, legal system, sentence for, criminal record, restraining order, rental, evict`,
  basic: `plaintiff, defendant, statute, contract law, tort, civil law, common law, case law, precedent,
    litigation, liabilit*, constitutional law, habeas corpus, due process, felony, misdemeanor,
    jurisdiction, breach of contract, negligence, subpoena, fair use, fourth amendment, first amendment,
    fifth amendment, miranda, plea bargain, affidavit, cross examination, burden of proof,
    beyond a reasonable doubt, reasonable doubt, hearsay, testimony, appeal court, appellate, injunction,
    arbitration, mediation, intellectual property, non disclosure, nda, gdpr, probate, executor, indictment,
    grand jury, arraignment, statute of limitations, double jeopardy, juvenile court, international law,
    geneva convention, treaty law, international court, human rights law, administrative law, property law,
    family law, employment law, labor law, antitrust, consumer protection law, offer and acceptance,
    consideration, duty of care, brown v board, roe v wade, marbury, judicial review, ratio of the case,
    manslaughter, homicide, perjury, larceny, burglary, arson law, mens rea, actus reus, culpab*,
    restitution, punitive damages, settlement agreement, force majeure, indemnif*, easement, zoning law,
    eminent domain, unlawful, ex post facto, data protection act, equal protection,
    presumption of innocence, innocent until proven, accused person, prosecution, defence counsel,
    defense counsel, barrister, solicitor, magistrate, acquit*, convict*, sentencing, capital punishment,
    tort law, private law, public law, roman law, napoleonic code, civil code, codif*, bill of rights law,
    constitutional court, ratification, lawmaker, legislative act, legal person, legal capacity,
    contract formation, acceptance of offer, void contract, voidable, misrepresentation, duress,
    undue influence, remedies, compensation, negligen*, nuisance, trespass, defamation law,
    product liability, malpractice, intestate, beneficiary, trust fund, trustee, mortgage law, deed,
    title to land, landlord and tenant, divorce law, alimony, adoption law, patents, royalty, infring*,
    public domain, licens*, trade secret, competition law, merger control, eu law, european court, icc,
    international criminal, extradition, diplomatic immunity, war crime, refugee law, asylum seeker law,
    human rights act, freedom of expression, search warrant, probable cause, exclusionary,
    self incrimination, right to counsel, jury nullification, class action, settlement, damages award,
    small claims court, ombudsman law, legal ethics, attorney client, conflict of law`,
  expert: `stare decisis, ratio decidendi, obiter dict*, donoghue, promissory estoppel, estoppel,
    parol evidence, privity, frustration of purpose, unconscionab*, quantum meruit, specific performance,
    liquidated damages, res judicata, collateral estoppel, res ipsa loquitur, proximate cause,
    but for causation, strict liability, vicarious liability, respondeat superior, palsgraf, rylands,
    caparo, hedley byrne, carlill, pacta sunt servanda, jus cogens, erga omnes, opinio juris,
    vienna convention, travaux preparatoires, forum non conveniens, lex loci, choice of law,
    personal jurisdiction, minimum contacts, erie doctrine, erie, summary judgment, demurrer, interlocutory,
    voir dire, certiorari, amicus, strict scrutiny, rational basis, intermediate scrutiny,
    chevron deference, commerce clause, dormant commerce, incorporation doctrine, exclusionary rule,
    terry stop, fruit of the poisonous, fiduciary, piercing the corporate veil, business judgment rule,
    section 230, scienter, rule 10b, fee simple, adverse possession, rule against perpetuities,
    covenant running, cestui que, trustee duty, ultra vires, wednesbury, proportionality test,
    legal positivism, h l a hart, hart and fuller, dworkin, kelsen, grundnorm, jurisprud*, hohfeld*,
    locus standi, novation, subrogation, bailment, chattel, laches, clean hands, mens rea element,
    prima facie case, conveyanc*, felony murder rule, inchoate`,
  examples: `Can my landlord keep the deposit?
Is it legal to record a call?
What happens if I break a contract?
Do I need a lawyer for this?
What is the penalty for driving without a licence?
Who inherits if there is no will?
May the police search my bag?
Which rights does an accused person have?
Which facts must the claimant prove to win?
Can I use this picture on my website?`,
};
