/** Every term that pages use, in one sentence a fourteen-year-old can follow; shown where the term stands. */

const MEANINGS = {
  actor: 'An actor is a person, a state or a body that the texts name, all its names counted together.',
  agent: 'The one who does something in a clause: “NATO moved troops” has NATO do it.',
  alpha:
    'Krippendorff’s α says how far people agree beyond luck: 1 is always, 0 is what guessing gives; .8 is good.',
  attributed: 'Attributed words are words the text gives to somebody else: quotations, reports, named views.',
  auc: 'AUC is how often a pair that does match gets a higher score than one that does not: 1 is always, .5 is guessing.',
  author: 'The author’s own words are everything the text says itself, not on somebody else’s behalf.',
  beyondChance:
    'Beyond chance means that mixing the sentences at random would hardly ever give so large a difference.',
  bits: 'A bit is the unit of this distance: 0 when two texts use the same words equally often, 1 when they share none.',
  chance: 'What chance gives is how much texts would differ if their sentences had been mixed at random.',
  claim: 'A claim is something a text says is so, and that could be checked.',
  conflict:
    'A conflict is a pair of statements about the same thing whose figures, dates or denials do not fit together.',
  crossValidated:
    'Cross-validated means that each part of the data was scored by weights that had not seen that part.',
  contested:
    'A contested claim is one that people who know the matter dispute; Parallax lists the positions and takes none.',
  distinctive:
    'A distinctive word is one that a source uses more often than the others do, by more than chance gives.',
  f1: 'F1 joins how much of what should be found is found and how much of what is found is right: 1 is perfect, 0 is nothing right.',
  falseDiscovery:
    'When many things are tested, some stand out by luck alone; this correction keeps such false finds to one in twenty.',
  fingerprint:
    'A fingerprint (SHA-256) is a number made of every letter of a text: if one letter changes, so does the number.',
  grade: 'A school grade of 9 means that a reader in the ninth year of school should follow the sentences.',
  hedge: 'A hedge is a word that holds back from full certainty, such as “perhaps” or “may”.',
  holder: 'The holder of words is whoever the text says they come from.',
  interval:
    'A 95% interval is how far a number could move if the text had other sentences of the same kind; a wide one means: not sure.',
  logOdds:
    'Log-odds say how much more often a source uses a word: 0 is as often as the others, each step of 0.7 about twice as often.',
  loaded:
    'A charged (or loaded) word carries a judgement along with what it names, such as “regime” for “government”.',
  n: 'n is how much was counted: the fewer words or sentences, the less a number says.',
  omission:
    'Left out means that no statement close enough in wording was found; it may still be said in other words.',
  overlap: 'Overlap is the share of all the claims two sources make that both of them make (Jaccard).',
  p: 'p is how often chance alone would give as much: .05 is once in twenty times.',
  patient: 'The one to whom something is done in a clause: “NATO was blamed” has NATO undergo it.',
  pearson:
    'Pearson’s r says how closely two lists of numbers rise and fall together: 1 is exactly, 0 is not at all.',
  perThousand:
    'Per 1,000 words lets a long and a short text be compared: 5 means five in every thousand words.',
  seed: 'The seed is the number that random steps start from; with the same seed they come out the same.',
  separation:
    'The share of the variation that goes with the source says how far knowing the source tells you what a sentence is like.',
  setAside: 'Set aside are parts of the page that are not the article, such as menus, bylines and captions.',
  spread:
    'A spread of 1 means that the highest and the lowest source differ as much as sentences of one text usually do.',
  stance:
    'A stance is what a source does with a claim: asserts it, disputes it, hedges it, reports it as somebody’s view, or is silent.',
  tie: 'A tie means that the difference is too small to tell from chance, so neither comes first.',
  tone: 'Tone is how positive or negative the words sound, from −1 to 1; it is not a stance for or against anybody.',
  voice: 'Whose words: a text that reports an accusation has not made it, so both are counted apart.'
} as const;

export type GlossaryTerm = keyof typeof MEANINGS;

/** What a term means, in one sentence. */
export function meaningOf(term: GlossaryTerm): string {
  return MEANINGS[term];
}

/** All terms, for a list of them. */
export const GLOSSARY: readonly (readonly [GlossaryTerm, string])[] = Object.entries(MEANINGS) as [
  GlossaryTerm,
  string
][];
