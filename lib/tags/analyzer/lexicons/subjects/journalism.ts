/** Words and questions of journalism. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const JOURNALISM: SubjectTerms = {
  hint: `news, article, report, reporter, headline, interview, story, press, editor, source, media,
    newspaper, magazine, column, publish, coverage, breaking, fact, paper, conducting an interview, blog,
    announce, publication, investigat*, broadcast, correspondent, question, scoop, quote, print`,
  everyday: `journalis*, periodis*, news article, news report, news story, news title, news headline,
    newsroom, breaking news, press conference, press release, front page, editorial, op ed, opinion piece,
    news anchor, newscast, tabloid, fake news, interviewer, interviewee, conduct an interview,
    interview question for, news channel, cnn, bbc news, new york times, washington post, magazine article,
    columnist, foreign correspondent, paparazzi, feature article, news source, school newspaper,
    letter to the editor, local news, investigative report*, war correspondent, obituary, latest news,
    news reports, the news, newspapers, journalist, reporting, interview a, interviewing, newsletter,
    headlines, story for the paper, student paper, newspaper editor, reporters, coverage of, breaking story,
    news editor`,
  basic: `inverted pyramid, byline, dateline, lede, lead paragraph, nut graf, five ws, fact check*,
    anonymous source, off the record, on the record, investigative journalism, freedom of the press,
    press freedom, pulitzer, watergate reporting, woodward and bernstein, muckrak*, yellow journalism,
    hearst, watchdog, objectivity in, conflict of interest in, libel, defamation, slander, copy editor,
    ap style, associated press, reuters, wire service, news agency, newsworth*, news value, photojournalis*,
    broadcast journalism, citizen journalism, data journalism, feature story, human interest, masthead,
    press pass, editorial board, nellie bly, ida tarbell, upton sinclair, attribution of quote,
    sensationalism, correction and retraction, sidebar, beat reporter, caption, stringer, embargo,
    soft news, hard news, broadsheet, ombudsman of, muckraker, muckrakers, news desk, news cycle,
    newspaper circulation, editorial independence, editorial policy, source protection, leak to the press,
    whistleblower, exclusive story, journalistic, journalism ethics, news media, foreign bureau,
    news photograph*, five w's, who what when where why, story angle, pitch a story, follow up question,
    attribution, verification, plagiar* reporter, retraction, press release to, op eds, broadcast news,
    anchor`,
  expert: `gatekeeping, mr gates, david manning white, agenda setting, mccombs, framing theory, entman,
    galtung, news values of, hostile media, pack journalism, horse race coverage, false balance,
    bothsidesism, parachute journalism, embedded journalis*, solutions journalism, constructive journalism,
    peace journalism, precision journalism, philip meyer, new journalism, tom wolfe, gonzo,
    hunter s thompson, computer assisted reporting, foia request, freedom of information act, shield law,
    reporter's privilege, branzburg, new york times v sullivan, sullivan, actual malice, prior restraint,
    near v minnesota, pentagon papers, chatham house rule, deep background, on background, slapp, osint,
    geolocat* of footage, churnalism, news desert, paywall, hutchins commission,
    social responsibility theory, four theories of the press, indexing hypothesis, ring of objectivity,
    strategic ritual, tuchman, epistemolog* of journalism, kicker paragraph, delayed lede, slug line,
    tick tock story, redacted document source protection`,
  examples: `How do I get a mayor to answer in an interview?
Write a headline for this story.
May I quote someone who asked not to be named?
How do reporters check a rumour?
Turn these notes into a news item.
What makes a good first paragraph in a report?
Why did the paper have to print a correction?
How do I pitch my story to an editor?
What's the difference between news and opinion?
How does a local paper survive?`,
};
