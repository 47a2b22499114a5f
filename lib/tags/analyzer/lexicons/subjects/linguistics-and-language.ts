/** Words and questions of linguistics and language. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const LINGUISTICS_AND_LANGUAGE: SubjectTerms = {
  hint: `word, language, letter, sentence, translate, translation, english, french, spanish, german,
    chinese, latin, japanese, speak, speaker, spelling, accent, sound, meaning, phrase, tense, verb, noun,
    plural, alphabet, italian, russian, arabic, rewrite, paraphrase, text, correct, expression, capitaliz*,
    error, vowel, greek, korean, tone, define`,
  everyday: `linguist*, linguistic, grammar, grammatical, synonym, antonym, pronunciation, pronounce,
    vocabulary, dialect, adjective, adverb, pronoun, preposition, conjunction, translate into,
    translate the, translate this, translation of, how do you say, slang, bilingual, multilingual,
    native speaker, foreign language, language learning, learn a language, new language, second language,
    punctuation, comma, apostrophe, parts of speech, part of speech, idiom, proverb, figure of speech,
    consonant, syllable, sign language, mother tongue, spelling error, grammar error, grammatical error,
    proofread, past tense, present tense, future tense, irregular verb, etymolog*, meaning of the word,
    origin of the word, word for, tongue twister, capital letter, lower case, esperanto,
    rhymes with, anagram, homework in spanish, indefinite article, contraction, hyphen, semicolon, typo,
    correct the sentence, english grammar, language family, singular, fluent, lingua franca, dead language,
    crossword, sat word, gender neutral pronoun, rewrite the sentence, correct the grammar, spelled,
    thesaurus, dictionary, mean the same, opposite word, pronounced, english word, spoken language,
    language course, learning a new language, learn spanish, learn french, learn english, learn japanese,
    learning a language, conversation in french, loan word, lisp, accent mark, most spoken, mandarin,
    cantonese, hindi, hebrew, swahili, text abbreviation`,
  basic: `phonetic*, phoneme, morpheme, morpholog*, syntax of, syntactic, semantics, pragmatics, lexicon,
    lexical, diphthong, participle, gerund, infinitive, subjunctive, conjugat*, declension, inflection,
    dative, accusative, genitive, nominative, passive voice, active voice, homophone, homonym, homograph,
    loanword, cognate, germanic language, romance language, slavic, indo european, creole, pidgin,
    sociolinguist*, psycholinguist*, chomsky, saussure, transitive verb, intransitive, auxiliary verb,
    modal verb, subordinate clause, relative clause, dependent clause, grammatical gender, tonal language,
    language acquisition, orthograph*, prefix and suffix, suffix, affix, direct object, indirect object,
    dangling modifier, sentence structure, subject verb agreement, hieroglyph*, cuneiform, rosetta stone,
    ipa, oxford comma, code switching, great vowel shift, old english, middle english, lexicograph*,
    polysem*, hyponym, metonymy, word order, universal grammar, false friend, word stress, intonation,
    malapropism, sapir whorf, linguistic relativity, mutually intelligible, compound word, root word,
    verb form, word class, noun phrase, verb phrase, sentence diagram, clause, comparative form,
    superlative, imperative mood, reported speech, tag question, phrasal verb, collocation, connotation,
    denotation, register of language, jargon, euphemism, language death, endangered language,
    language change, proto language, interlanguage, first language, aspirat* consonant, voiced, voiceless,
    nasal sound, stress pattern, writing system, alphabet origin, logograph*, kanji, hiragana, cyrillic,
    diacritic, transliterat*`,
  expert: `allophone, allomorph, phonolog*, phonotactic*, ergative, absolutive, agglutinat*, polysynthetic,
    isogloss, grimm's law, verner's law, proto indo european, laryngeal theory, glottal stop, uvular,
    fricative, affricate, plosive, alveolar, bilabial, voice onset, sonority, optimality theory,
    minimalist program, x bar, c command, binding theory, wh movement, theta role, pro drop,
    ellipsis construction, anaphor*, deixis, deictic, implicature, grice*, speech act, austin and searle,
    illocutionary, presupposition, evidential*, clitic, suppletion, ablaut, umlaut, reduplication,
    morphosyntax, dependency grammar, construction grammar, head final, classifier system, diachronic,
    synchronic, glottochronolog*, swadesh, lexeme, tonogenesis, discourse marker, corpus linguistics,
    prosod*, mora, grammaticali*, garden path sentence, split infinitive rule, language typology, greenberg,
    sociolect, diglossia, acrolect, basilect, minimal pair, scope ambiguity, donkey sentence,
    lambda abstraction in semantics, calque, metathesis, epenthesis, syncope, vowel harmony`,
  examples: `What's another word for very tired?
Translate this sentence into Spanish, please.
Is it who or whom here?
Why is English spelling so strange?
Fix the mistakes in my paragraph.
How do babies learn to talk?
Where does this expression come from?
What is the difference between these two tenses?
How can I get better at speaking French?
Which languages are related to Finnish?`,
};
