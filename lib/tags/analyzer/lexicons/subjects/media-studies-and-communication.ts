/** Words and questions of media studies and communication. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const MEDIA_STUDIES_AND_COMMUNICATION: SubjectTerms = {
  hint: `media, social media, audience, message, communication, television, tv, radio, internet, video,
    film, movie, channel, advertisement, post, online, platform, content, blog, show, speech, viewer,
    broadcast, website, network, digital, brand, caption, conversation, series, trailer, streaming, game,
    public, hollywood, chat, tweet, followers, viral, comment, phone, article, talk, news, genre, speaker,
    watch, announce*`,
  everyday: `podcast, youtube, youtuber, tiktok, instagram, facebook, twitter, snapchat, hashtag,
    influencer, vlog, vlogger, social media post, social media platform, blog post, tv show,
    television show, television series, tv series, sitcom, soap opera, reality tv, netflix, disney,
    streaming platform, streaming service, movie review, film review, film director, movie director,
    blockbuster, box office, oscar, academy award, video game, video games, screenplay, film script, meme,
    emoji, public speaking, speech writing, star wars, marvel, superhero movie, nonverbal communication,
    communication skill, body language in, screen time, retweet, instagram caption, clickbait,
    misinformation, disinformation, mass media, public relations, advertising campaign, cartoons on tv,
    anime series, celebrity, episode, talk show, radio show, game show, bollywood, crime show, tv shows,
    twitter bio, esrb, iron man, horror movie, fan base, playstation, minecraft, subscribers, documentary,
    communicat*, starting a podcast, tv program, films, movies, cinema, show on netflix, watch a movie,
    social networks, social network, viral video, influencers, news feed, give a speech, public speaker,
    presentation skill, face to face, youtube channel, video channel, advert, commercials, screen,
    actor's movie, director of the movie, movie trailer, spoiler, plot of the movie, movies about,
    genre of film, trending, subscribe, live stream, talk to people, talking to people, eye contact,
    small screen, cartoon series, reality show, magazine, star trek, pixar, batman, spider man, tony stark`,
  basic: `media studies, media literacy, communication theory, communication model, shannon and weaver,
    sender and receiver, encoding and decoding, nonverbal, interpersonal communication,
    intercultural communication, mass communication, marshall mcluhan, mcluhan, medium is the message,
    global village, echo chamber, filter bubble, propaganda model, manufacturing consent, media bias,
    media ownership, media effect, target audience media, representation in media, media representation,
    stereotypes in film, product placement, television rating, fandom, participatory culture,
    digital divide, semiotics, signifier, film studies, film theory, auteur, film noir, genre film,
    mise en scene, montage editing, jump cut, hitchcock, kubrick, kurosawa, persuasion, rhetoric,
    ethos pathos logos, ethos, pathos, crisis communication, press agent, screenwriting,
    three act structure, loglines, voiceover, broadcasting, bbc, censorship, regulat* of media,
    two step flow, hypodermic needle, cultivation theory, uses and gratifications, advertising appeal,
    convergence culture, transmedia, social influence of tv, video essay, viral marketing, movable type,
    printing of newspaper, mass medium, media company, media consumption, audience member, audience's role,
    viewership, sender, receiver, channel and noise, noise in communication, communication channel,
    feedback in communication, small group communication, organizational communication,
    political communication, health communication, science communication, strategic communication,
    spin doctor, soft news audience, infotainment, agenda of media, framing in media, content analysis,
    krippendorff, coder, discourse analysis, visual rhetoric, rhetorical, speechwriting, persuasive speech,
    narrative paradigm, active listening, paralanguage, kinesics, proxemics, haptics, gestures,
    facial expression, listening skill, digital media, new media, user generated, algorithm feed, deepfake,
    troll, cyberbull*, netiquette, privacy on social media, fake account, telegraph, broadcasting history,
    radio drama, silent film, french new wave, italian neorealism, dogme, camera angle, close up,
    tracking shot, editing of a film, sound design, soundtrack, film score, special effects, cgi`,
  expert: `encoding decoding, stuart hall, preferred reading, oppositional reading, negotiated reading,
    katz, blumler, gurevitch, gerbner, mean world, lazarsfeld, spiral of silence, noelle neumann,
    parasocial, lasswell, cultivation analysis, third person effect, priming theory, knowledge gap,
    diffusion of innovations, uncertainty reduction, social penetration theory, expectancy violation,
    media ecology, postman, innis, kittler, remediation, bolter, political economy of communication,
    herman and chomsky, smythe, audience commodity, habermas's public sphere, public sphere, baudrillard,
    simulacr*, hyperreal*, male gaze, mulvey, suture theory, metz, apparatus theory, bazin, eisenstein,
    kuleshov, soviet montage, cahiers du cinema, mediatization, mediati*, platformization,
    affordances of platform, algorithmic curation, datafication, surveillance capitalism, zuboff,
    networked publics, boyd, context collapse, henry jenkins, textual poaching, polysemy of media text,
    barthes's mythologies, peirce, ludology, procedural rhetoric, situational crisis communication, coombs,
    image repair, burke's pentad, dramatism, toulmin model, agenda melding,
    coordinated management of meaning, communication accommodation`,
  examples: `How do I start a podcast?
Recommend a series like that one.
Why do false stories spread so fast online?
Write a post with hashtags for our page.
How do films make us side with a criminal?
How do I become a better public speaker?
How does advertising shape what we want?
Which actor played the villain in that movie?
Turn this call into a press release.
How do people read the same programme in different ways?`,
};
