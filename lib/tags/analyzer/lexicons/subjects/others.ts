/** What belongs to no subject: small talk, celebrations, hobbies of the hand, petty misdeeds. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const OTHERS: SubjectTerms = {
  hint: `joke, gift, party, birthday, hobby, fun, funny, prank, surprise, friend, hello, hi, hey, chat,
    bored, candle, balloon, wax, toy, souvenir, greeting, lucky, luck, hang, compliment, dare, secret,
    excuse, lie, wish, guess, favorite, favourite, weekend, packing, name for my, pretend, rumour, rumor,
    neighbour, neighbor, pack, collector, collection of stamp, pirate, trick, house, fake, steal, cheat,
    sneak, hide, spread`,
  everyday: `tell me a joke, good joke, dad joke, pick up line, small talk, how are you, good morning,
    good night, what's up, nice to meet, birthday party, birthday candle, birthday cake candle,
    birthday card, gift idea, present for my, gift for, what gift, secret santa, best man speech,
    wedding toast, party game, icebreaker, break the ice, truth or dare, would you rather, horoscope,
    astrology, tarot, fortune cookie, stamp collect*, collect stamp, postage stamp, coin collect*,
    trading card, knitting, knit, crochet, origami, scrapbook*, candle making, candle wax, jigsaw, lego,
    model train, kite, balloons, fireworks, treasure hunt, treasure, lost and found, houseplant, repot*,
    hang picture, hanging picture, hang a picture, packing list, pack for a trip, packing for, weekend trip,
    make up an excuse, an excuse, sick note, fake id, bouncer, shoplift*, pickpocket, burgl*, break into,
    prank call, sneak into, sneak out, counterfeit, forge, fake review, swindle, scam people, blackmail,
    extort, pirated, piracy, stalk, set fire to, hide income, launder*, kidnap, rob, robbery, mug someone,
    spread a rumour, spread a rumor, cheat on, without getting caught, get away with, revenge, bully,
    boring day, chit chat, cheer me up, motivational quote, funny name, nickname, emoji story, magic 8 ball,
    imaginary friend, rainy day, what should i do today, random fact, fun fact, superstition,
    feng shui luck, keychain, wrapping paper, greeting card, pirate captain, superhero, roleplay, role play,
    stay in character, wish list, bucket list, yes or no answer, toilet paper roll`,
  basic: `philatel*, numismat*, purl, purl stitch, knit stitch, stitches, cast on, quilling, macrame,
    embroider*, cross stitch, decoupage, mountain fold, valley fold, paper crane, balloon animal, yo yo,
    card trick, lock picking hobby, geocach*, metal detecting, bonsai, cosplay, soap carving, beadwork,
    papercraft, friendship bracelet, tie dye, whittling, stamp album, mint stamp, mint condition,
    first day cover, watermark on a stamp`,
  expert: `perforation gauge, tete beche, gum on stamp, hinged, never hinged, wet folding, crease pattern,
    squash fold, sink fold, amigurumi, intarsia, fair isle, gauge swatch, obverse and reverse, proof coin,
    die variety`,
  examples: `Hi, how are you today?
Tell me something funny.
I'm bored, what shall we talk about?
What should I give my brother for his birthday?
Write a speech for my best friend's wedding.
Pretend to be a pirate and talk to me.
Make up an excuse so that I need not go.
How many candles go on the cake?
Sort these names by the alphabet.
What can we do on a rainy day?`,
};
