/** Every term that pages use, in one sentence a fourteen-year-old can follow; shown where the term stands. */

/** By term: what pages call it, and what it means. */
const MEANINGS = {
  actor: [
    'actor',
    'An actor is a person, a state or a body that the texts name, all its names counted together.'
  ],
  agent: ['doer', 'The one who does something in a clause: “NATO moved troops” has NATO do it.'],
  alpha: [
    'α',
    'Krippendorff’s α says how far people agree beyond luck: 1 is always, 0 is what guessing gives; .8 is good.'
  ],
  attributed: [
    'attributed',
    'Attributed words are words the text gives to somebody else: quotations, reports, named views.'
  ],
  auc: [
    'AUC',
    'AUC is how often a pair that does match gets a higher score than one that does not: 1 is always, .5 is guessing.'
  ],
  author: [
    'author’s own words',
    'The author’s own words are everything the text says itself, not on somebody else’s behalf.'
  ],
  beyondChance: [
    'beyond chance',
    'Beyond chance means that mixing the sentences at random would hardly ever give so large a difference.'
  ],
  bits: [
    'bit',
    'A bit is the unit of this distance: 0 when two texts use the same words equally often, 1 when they share none.'
  ],
  booster: ['booster', 'A booster is a word that insists, such as “clearly” or “always”.'],
  chance: [
    'chance',
    'What chance gives is how much texts would differ if their sentences had been mixed at random.'
  ],
  checkable: [
    'checkable statement',
    'A checkable statement says something that a look at a record, a count or an archive could confirm or refute.'
  ],
  claim: ['claim', 'A claim is something a text says is so, and that could be checked.'],
  conflict: [
    'conflict',
    'A conflict is a pair of statements about the same thing whose figures, dates or denials do not fit together.'
  ],
  content: [
    'content word',
    'Content words name things, deeds and qualities; little words such as “the” and “of” are not among them.'
  ],
  contested: [
    'contested claim',
    'A contested claim is one that people who know the matter dispute; Parallax lists the positions and takes none.'
  ],
  coverage: [
    'coverage',
    'Coverage is how much of what one source says another says too; a long text covers a short one more easily.'
  ],
  crossValidated: [
    'cross-validated',
    'Cross-validated means that each part of the data was scored by weights that had not seen that part.'
  ],
  distinctive: [
    'distinctive word',
    'A distinctive word is one that a source uses more often than the others do, by more than chance gives.'
  ],
  f1: [
    'F1',
    'F1 joins how much of what should be found is found and how much of what is found is right: 1 is perfect, 0 is nothing right.'
  ],
  falseDiscovery: [
    'corrected for many tests',
    'When many things are tested, some stand out by luck alone; this correction keeps such false finds to one in twenty.'
  ],
  fingerprint: [
    'fingerprint',
    'A fingerprint (SHA-256) is a number made of every letter of a text: if one letter changes, so does the number.'
  ],
  grade: [
    'school grade',
    'A school grade of 9 means that a reader in the ninth year of school should follow the sentences.'
  ],
  hedge: ['hedge', 'A hedge is a word that holds back from full certainty, such as “perhaps” or “may”.'],
  holder: ['holder', 'The holder of words is whoever the text says they come from.'],
  interval: [
    '95% interval',
    'A 95% interval is how far a number could move if the text had other sentences of the same kind; a wide one means: not sure.'
  ],
  jsd: [
    'Jensen-Shannon divergence',
    'Jensen-Shannon divergence says how differently two texts choose their words, from 0 for alike to 1 for nothing in common.'
  ],
  lemma: [
    'lemma',
    'A lemma is the form of a word that stands in a dictionary: “went” and “goes” count as “go”.'
  ],
  loaded: [
    'loaded word',
    'A charged (or loaded) word carries a judgement along with what it names, such as “regime” for “government”.'
  ],
  logOdds: [
    'log-odds',
    'Log-odds say how much more often a source uses a word: 0 is as often as the others, each step of 0.7 about twice as often.'
  ],
  macroF1: [
    'macro-F1',
    'Macro-F1 is the mean of F1 over all possible answers, so that rare answers count as much as common ones.'
  ],
  mention: ['mention', 'A mention is a statement in a text that makes, reports, hedges or denies the claim.'],
  n: ['n', 'n is how much was counted: the fewer words or sentences, the less a number says.'],
  omission: [
    'left out',
    'Left out means that no statement close enough in wording was found; it may still be said in other words.'
  ],
  overlap: [
    'overlap',
    'Overlap is the share of all the claims two sources make that both of them make (Jaccard).'
  ],
  p: ['p', 'p is how often chance alone would give as much: .05 is once in twenty times.'],
  patient: [
    'undergoer',
    'The one to whom something is done in a clause: “NATO was blamed” has NATO undergo it.'
  ],
  pearson: [
    'Pearson’s r',
    'Pearson’s r says how closely two lists of numbers rise and fall together: 1 is exactly, 0 is not at all.'
  ],
  perThousand: [
    'per 1,000 words',
    'Per 1,000 words lets a long and a short text be compared: 5 means five in every thousand words.'
  ],
  poisson: [
    'Poisson interval',
    'A Poisson interval says how far a small count could move by chance; it is used where fewer than five were found.'
  ],
  prior: [
    'prior',
    'A prior is what is believed of a word before counting; here it keeps rare words from standing out by luck.'
  ],
  readability: [
    'readability',
    'Readability is how many years of school the length of words and sentences asks for; it knows nothing of content.'
  ],
  repetition: [
    'repetition',
    'Repetition is not corroboration: the same words in several places may all go back to one witness.'
  ],
  resampled: [
    'resampled',
    'Resampled means that the rows are drawn anew at random many times, to see how far the result moves.'
  ],
  sd: ['standard deviation', 'A standard deviation says how far single values usually lie from their mean.'],
  seed: [
    'seed',
    'The seed is the number that random steps start from; with the same seed they come out the same.'
  ],
  separation: [
    'share of the variation',
    'The share of the variation that goes with the source says how far knowing the source tells you what a sentence is like.'
  ],
  setAside: [
    'set aside',
    'Set aside are parts of the page that are not the article, such as menus, bylines and captions.'
  ],
  shuffle: [
    'shuffled',
    'Shuffled means that the sentences are dealt out at random, to see what difference chance alone would make.'
  ],
  silence: [
    'silent',
    'Silent means that no sentence about the claim was found; the nearest one is shown, so that you can judge.'
  ],
  spread: [
    'spread',
    'A spread of 1 means that the highest and the lowest source differ as much as sentences of one text usually do.'
  ],
  stance: [
    'stance',
    'A stance is what a source does with a claim: asserts it, disputes it, hedges it, reports it as somebody’s view, or is silent.'
  ],
  tfIdf: [
    'TF-IDF',
    'TF-IDF compares texts by their words and lets rare words count for more; it is a usual simple method.'
  ],
  threshold: ['threshold', 'A threshold is the score from which on two statements count as the same claim.'],
  tie: ['tie', 'A tie means that the difference is too small to tell from chance, so neither comes first.'],
  tone: [
    'tone',
    'Tone is how positive or negative the words sound, from −1 to 1; it is not a stance for or against anybody.'
  ],
  unnamedAgent: [
    'unnamed agent',
    'An agent is unnamed where a deed is told without saying who did it: “mistakes were made”.'
  ],
  vectors: [
    'word vectors',
    'Word vectors are numbers that lie close together for words used in similar places, such as “car” and “lorry”.'
  ],
  voice: [
    'whose words',
    'Whose words: a text that reports an accusation has not made it, so both are counted apart.'
  ],
  weights: [
    'weights',
    'Weights say how much each sign counts towards a decision; they are set by hand or fitted on examples.'
  ]
} as const satisfies Readonly<Record<string, readonly [name: string, meaning: string]>>;

export type GlossaryTerm = keyof typeof MEANINGS;

/** What a term means, in one sentence. */
export function meaningOf(term: GlossaryTerm): string {
  return MEANINGS[term][1];
}

export interface GlossaryEntry {
  readonly term: GlossaryTerm;
  readonly name: string;
  readonly meaning: string;
}

/** All terms by name, for a list of them; signs and Greek letters stand where their sound does. */
export const GLOSSARY: readonly GlossaryEntry[] = (
  Object.entries(MEANINGS) as [GlossaryTerm, readonly [string, string]][]
)
  .map(([term, [name, meaning]]) => ({ term, name, meaning }))
  .sort((a, b) => (soundOf(a.name) < soundOf(b.name) ? -1 : 1));

function soundOf(name: string): string {
  return name.replace('α', 'alpha').toLowerCase();
}
