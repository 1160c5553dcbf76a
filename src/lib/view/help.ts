/** What a newcomer is told first: which page answers which question. */

export interface HelpPage {
  /** What somebody wants to know. */
  readonly question: string;
  readonly page: string;
  /** Null where the page belongs to a collection or text, and there is none to show it with. */
  readonly href: string | null;
  /** What is seen there first, in a few words. */
  readonly shows: string;
}

/**
 * The pages of the app in the order a first reading takes.
 * @param collection the address of a collection to show them with, such as `/collections/russia-nato`; null when there is none
 */
export function helpPages(collection: string | null): HelpPage[] {
  const within = (view: string) => (collection === null ? null : `${collection}${view}`);
  return [
    {
      question: 'Where do these texts differ most?',
      page: 'Overview',
      href: within(''),
      shows: 'findings in plain sentences, then every measure, source by source'
    },
    {
      question: 'What do they share, who leaves what out, which figures clash?',
      page: 'Claims',
      href: within('/claims'),
      shows: 'what clashes, then every claim with the sources that make it'
    },
    {
      question: 'Which figures and dates does each text give, and which stand in it alone?',
      page: 'Figures',
      href: within('/figures'),
      shows: 'every number and date in its sentence, with the sources that name it'
    },
    {
      question: 'Who states a disputed claim, who only reports or denies it?',
      page: 'Contested',
      href: within('/contested'),
      shows: 'a matrix of claims and sources; you choose the claims'
    },
    {
      question: 'How do two texts tell the same thing, sentence by sentence?',
      page: 'Side by side',
      href: within('/compare'),
      shows: 'the whole texts, with ribbons between statements that match'
    },
    {
      question: 'What stands in one text, and in whose words?',
      page: 'A text',
      href: null,
      shows: 'the text with its words marked, notes beside them; open it by its name on the overview'
    },
    {
      question: 'What would a change of wording do?',
      page: 'Rewrite bench',
      href: null,
      shows: 'a copy to change, with its numbers beside the original’s; a button on the page of a text'
    },
    {
      question: 'What can I print or hand out?',
      page: 'Report',
      href: within('/report'),
      shows: 'the comparison on paper, or as one file'
    },
    {
      question: 'Where do I put texts of my own?',
      page: 'Your own texts',
      href: '/your-texts',
      shows: 'fields to paste into; nothing is kept unless you say so'
    },
    {
      question: 'How do I keep a collection?',
      page: 'Import',
      href: '/import',
      shows: 'files, pasted text or one web page, to be looked over before they are saved'
    },
    {
      question: 'Where did I read that?',
      page: 'Library',
      href: '/',
      shows: 'a search that leads to the sentence; sort, trash with undo and the versions of a document'
    },
    {
      question: 'How is a number made, and how often is it wrong?',
      page: 'Methods',
      href: '/methods',
      shows: 'every measure with its limits and its agreement with people'
    },
    {
      question: 'Can a program read this?',
      page: 'API',
      href: '/api',
      shows: 'commands to copy; every number as JSON'
    }
  ];
}
