import type { Token } from '$lib/text/document';
import { bytePerType } from '$lib/text/type-codes';
import type { WordType } from '$lib/text/word-type';

/** Coarse word classes for reading clauses; closed-class words by form, the rest by part of speech. */
export const CLASS = {
  other: 0,
  noun: 1,
  name: 2,
  number: 3,
  adjective: 4,
  adverb: 5,
  verb: 6,
  be: 7,
  have: 8,
  do: 9,
  modal: 10,
  not: 11,
  to: 12,
  determiner: 13,
  possessive: 14,
  pronoun: 15,
  preposition: 16,
  conjunction: 17,
  subordinator: 18,
  that: 19,
  wh: 20,
  comma: 21,
  semicolon: 22,
  colon: 23,
  dash: 24,
  open: 25,
  close: 26,
  stop: 27,
  quote: 28,
  hyphen: 29
} as const;

const FORMS: readonly (readonly [number, string])[] = [
  [CLASS.be, "be am is are was were been being 're 'm"],
  [CLASS.have, "have has had having 've"],
  [CLASS.do, 'do does did'],
  [CLASS.modal, "will would shall should can could may might must ca wo 'll 'd cannot ought"],
  [CLASS.not, "not n't never nor"],
  [CLASS.to, 'to'],
  [CLASS.determiner, 'the a an this these those each every some any no all both another such either neither'],
  [CLASS.possessive, 'my your his its our their whose'],
  [
    CLASS.pronoun,
    'i you he she it we they me him us them who everyone everybody someone somebody anyone anybody nobody nothing something everything one himself herself itself themselves there others many few'
  ],
  [
    CLASS.preposition,
    'of in on at by for with from into onto about against among between over under through during toward towards across behind beyond near per upon within without despite amid amidst along around off via concerning regarding versus like unlike throughout inside outside above below'
  ],
  [CLASS.conjunction, 'and or but yet plus &'],
  [
    CLASS.subordinator,
    'because although though while whereas if unless until since when whenever after before as once whether than till so'
  ],
  [CLASS.adverb, 'today yesterday tomorrow tonight'],
  [CLASS.that, 'that'],
  [CLASS.wh, 'which what how why where whom whoever whatever who'],
  [CLASS.comma, ','],
  [CLASS.semicolon, ';'],
  [CLASS.colon, ':'],
  [CLASS.dash, '— – ― -- ---'],
  [CLASS.open, '( ['],
  [CLASS.close, ') ]'],
  [CLASS.stop, '. ! ? … ... ?! !? .. .... !! ??'],
  [CLASS.quote, "\" “ ” « » „ '' ``"],
  [CLASS.hyphen, '-']
];
const byForm = new Map<string, number>();
for (const [code, words] of FORMS) for (const word of words.split(' ')) byForm.set(word, code);

const byPos: Readonly<Record<string, number>> = {
  NOUN: CLASS.noun,
  PROPN: CLASS.name,
  NUM: CLASS.number,
  ADJ: CLASS.adjective,
  ADV: CLASS.adverb,
  VERB: CLASS.verb,
  AUX: CLASS.modal,
  PRON: CLASS.pronoun,
  DET: CLASS.determiner,
  ADP: CLASS.preposition,
  CCONJ: CLASS.conjunction,
  SCONJ: CLASS.subordinator
};

/** Stand before a name, as printed. */
const TITLES = new Set('Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr Sen. Rep. Gov. Gen. Lt. Col.'.split(' '));
/** Stand before a noun as well as alone. */
const QUANTIFIERS = new Set(['many', 'few', 'one']);
const NOMINAL = new Set(['NOUN', 'PROPN', 'ADJ']);

/** Two single marks side by side stand for a double one. */
function isDoubled(token: Token, next: Token | undefined, previous: Token | undefined): boolean {
  if (token.text !== "'") return false;
  return (
    (next !== undefined && next.text.startsWith("'") && next.start === token.end) ||
    (previous !== undefined && previous.text === "'" && previous.end === token.start)
  );
}

/** The class of a word wherever it stands. */
function classOf({ text, normal, pos, word }: WordType): number {
  const known = byForm.get(normal);
  if (known !== undefined) {
    // "the US", "Will": capitalised names that look like function words.
    if (known >= CLASS.modal && known <= CLASS.pronoun && pos === 'PROPN' && text.length > 1) {
      return CLASS.name;
    }
    return known;
  }
  if (normal === "'s" || normal === "'") {
    if (pos === 'AUX' || pos === 'VERB') return CLASS.be;
    return word || pos === 'PART' ? CLASS.possessive : CLASS.other;
  }
  if (!word) return CLASS.other;
  return byPos[pos] ?? CLASS.other;
}

/** Stands for the class of a word that depends on its neighbours. */
const IN_CONTEXT = 254;

const classAlone = bytePerType((type) => {
  const { text, normal } = type;
  const depends =
    text === "'" || text === '-' || text === 'May' || normal === 'her' || QUANTIFIERS.has(normal);
  return depends ? IN_CONTEXT : classOf(type);
});

/** The class of a word that depends on its neighbours. */
function classBeside(token: Token, next: Token | undefined, previous: Token | undefined): number {
  if (isDoubled(token, next, previous)) return CLASS.quote;
  // "the mayor - a doctor - said": a hyphen between spaces is a dash.
  if (token.text === '-') {
    const apart = previous && next && previous.end < token.start && next.start > token.end;
    return apart ? CLASS.dash : CLASS.hyphen;
  }
  if (token.text === 'May' && previous?.word === true) return CLASS.name;
  if (token.normal === 'her') {
    const after = next?.pos;
    return after === 'NOUN' || after === 'ADJ' || after === 'PROPN' || after === 'NUM' || after === 'VERB'
      ? CLASS.possessive
      : CLASS.pronoun;
  }
  const code = classOf(token.type);
  const quantifies = code === CLASS.pronoun && QUANTIFIERS.has(token.normal);
  return quantifies && next !== undefined && NOMINAL.has(next.pos) ? CLASS.determiner : code;
}

/** What is asked of the spelling of words beside those that change their class. */
const SPELLING = { ed: 1, ing: 2, title: 4, according: 8, the: 16, capital: 32 } as const;
const spellingOf = bytePerType(
  ({ text, normal }) =>
    (normal.endsWith('ed') ? SPELLING.ed : 0) |
    (normal.endsWith('ing') ? SPELLING.ing : 0) |
    (TITLES.has(text) ? SPELLING.title : 0) |
    (normal === 'according' ? SPELLING.according : 0) |
    (normal === 'the' ? SPELLING.the : 0) |
    (/^[A-Z]/.test(text) ? SPELLING.capital : 0)
);

/** The class of every token. */
export function classify(tokens: readonly Token[]): Uint8Array {
  const classes = new Uint8Array(tokens.length);
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    const code = classAlone(token.type);
    classes[i] = code === IN_CONTEXT ? classBeside(token, tokens[i + 1], tokens[i - 1]) : code;
  }
  const spelled = (at: number, how: number): boolean => (spellingOf(tokens[at]!.type) & how) !== 0;
  for (let i = 1; i + 1 < tokens.length; i++) {
    if (classes[i] === CLASS.adjective && spelled(i, SPELLING.ed) && standsAsVerb(classes, i)) {
      classes[i] = CLASS.verb;
    }
  }
  // "according to company papers", "Mr. Stone": no verb stands there.
  for (let i = 2; i < tokens.length; i++) {
    if (classes[i] !== CLASS.verb) continue;
    const source = classes[i - 1] === CLASS.to && spelled(i - 2, SPELLING.according);
    if (source && !spelled(i, SPELLING.ing)) classes[i] = CLASS.noun;
    else if (spelled(i - 1, SPELLING.title) && spelled(i, SPELLING.capital)) classes[i] = CLASS.name;
  }
  // "the 14th-ranked player", "a state-owned firm": joined to the word before it, and a noun behind.
  for (let i = 2; i + 1 < tokens.length; i++) {
    if (classes[i] !== CLASS.verb || classes[i - 1] !== CLASS.hyphen || !spelled(i, SPELLING.ed)) continue;
    const joined = tokens[i - 2]!.end === tokens[i - 1]!.start && tokens[i - 1]!.end === tokens[i]!.start;
    const next = classes[i + 1];
    const open = i > 2 ? classes[i - 3]! : CLASS.stop;
    const opens = open === CLASS.determiner || open === CLASS.possessive || open === CLASS.preposition;
    if (joined && opens && (next === CLASS.noun || next === CLASS.name)) classes[i] = CLASS.adjective;
  }
  // "in the north", "the past": after an article, with no noun to follow, it is the noun itself.
  for (let i = 1; i < tokens.length; i++) {
    if (classes[i] !== CLASS.adverb || !spelled(i - 1, SPELLING.the)) continue;
    const next = classes[i + 1] ?? CLASS.stop;
    if (next >= CLASS.comma || next === CLASS.preposition || next === CLASS.conjunction)
      classes[i] = CLASS.noun;
  }
  return classes;
}

/** "Roe belittled the issue": between a subject and an object, an adjective in "-ed" is a verb. */
function standsAsVerb(classes: Uint8Array, at: number): boolean {
  const before = classes[at - 1]!;
  const next = classes[at + 1]!;
  return (
    (before === CLASS.noun || before === CLASS.name || before === CLASS.pronoun || before === CLASS.close) &&
    (next === CLASS.determiner || next === CLASS.possessive || next === CLASS.pronoun || next === CLASS.name)
  );
}
