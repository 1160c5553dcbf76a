import type { Knowledge } from '$lib/lexicons/knowledge';
import { wordSet } from '$lib/lexicons/word-sets';
import type { PartOfSpeech, Sentence, Token } from './document';
import { readAlone } from './tag-text';
import { tokenOf } from './token';
import { bytePerType, bytePerTypeOf } from './type-codes';
import { wordType } from './word-type';

const LIST = 'words-tags';

/** The base of each form of the verbs whose form is also a noun. */
const nounOrVerb = new WeakMap<Knowledge, ReadonlyMap<string, string>>();

function verbForms(knowledge: Knowledge): ReadonlyMap<string, string> {
  let forms = nounOrVerb.get(knowledge);
  if (!forms) {
    const bases = [...wordSet(knowledge, LIST, 'noun-or-verb')];
    const pairs = bases.flatMap((verb): [string, string][] => [
      [verb, verb],
      [`${verb}s`, verb]
    ]);
    nounOrVerb.set(knowledge, (forms = new Map(pairs)));
  }
  return forms;
}

/** What a form without a capital was taken for: a noun that may be a verb, a verb in its base form, and so on. */
const TAKEN = { other: 0, noun: 1, base: 2, deed: 3, sick: 4, past: 5, price: 6 } as const;

const takenOf = bytePerTypeOf((knowledge: Knowledge, { pos, text, normal, lemma }) => {
  if (text !== normal) return TAKEN.other;
  if (pos === 'NOUN' && verbForms(knowledge).has(normal)) return TAKEN.noun;
  if ((pos === 'NOUN' || pos === 'ADJ' || pos === 'ADV') && wordSet(knowledge, LIST, 'deed').has(normal))
    return TAKEN.deed;
  if (pos === 'NOUN' && wordSet(knowledge, LIST, 'price').has(normal)) return TAKEN.price;
  if (pos === 'NOUN' && normal.length > PAST && normal.endsWith('ed')) return TAKEN.past;
  // "have fallen ill": no state of America is written small.
  if (pos === 'PROPN' && normal === 'ill') return TAKEN.sick;
  return pos === 'VERB' && lemma === normal ? TAKEN.base : TAKEN.other;
});

/** Shorter words in "-ed" are mostly nouns ("seed", "speed"). */
const PAST = 5;

/** "will close the school", "a report put the cost at", "480 people work in": a verb by what stands before it. */
function standsAsDeed(tokens: readonly Token[], i: number, knowledge: Knowledge): boolean {
  const token = tokens[i]!;
  const before = tokens[i - 1]!;
  const next = tokens[i + 1]!;
  const not = before.normal === 'not' || before.normal === "n't";
  const modal = not ? tokens[i - 2] : before;
  if (modal?.pos === 'AUX') {
    // "That it would close kept buyers away": one verb straight before another is left as it was.
    const joins = next.pos === 'NOUN' || (token.pos === 'ADV' && next.pos === 'VERB');
    return !joins && wordSet(knowledge, LIST, 'modal').has(modal.normal);
  }
  if (token.normal === 'put') return before.pos !== 'DET' && before.pos !== 'ADJ' && next.pos === 'DET';
  return token.normal === 'work' && token.pos === 'NOUN' && next.pos === 'ADP' && isPeople(before, knowledge);
}

const isPeople = ({ normal }: Token, knowledge: Knowledge): boolean =>
  wordSet(knowledge, LIST, 'people').has(normal) || /(?:ers|ors|ists|ees|ians)$/.test(normal);

/** "His rival accused him": a form in "-ed" before the object of a verb, whose base the tagger knows. */
function pastBase(tokens: readonly Token[], i: number, knowledge: Knowledge): string | null {
  if (!wordSet(knowledge, LIST, 'object').has(tokens[i + 1]!.normal) || tokens[i - 1]!.pos === 'DET')
    return null;
  const alone = readAlone(tokens[i]!.normal);
  return alone?.pos === 'VERB' ? alone.lemma : null;
}

const isFigure = (token: Token | undefined): boolean => token?.pos === 'NUM' || token?.pos === 'SYM';

/** Most words between "cost" and the figure: "cost the two firms 5 million". */
const PAYER = 4;

/**
 * "The bridge cost 5 million", "the strike cost the firm more than 5 million": between a noun or a name and a
 * figure, with nobody but the one who pays between, it is the verb.
 */
function standsAsPrice(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]!;
  // "The refusal to talk cost it 5 million".
  const deed = before.pos === 'VERB' && tokens[i - 2]?.normal === 'to';
  if (before.pos !== 'PROPN' && before.pos !== 'NOUN' && !deed) return false;
  if (isFigure(tokens[i + 1])) return true;
  // "The cost the firm bears" has a verb next; "the total cost of 5 million" a preposition.
  const opens = tokens[i + 1]!;
  if (opens.pos !== 'DET' && opens.pos !== 'PROPN' && opens.pos !== 'PRON') return false;
  let k = i + 1;
  while (k < i + PAYER && /^(?:DET|PROPN|PRON|NOUN|ADJ)$/.test(tokens[k]?.pos ?? '')) k++;
  // "More than 5 million", "about 5 million".
  if (tokens[k]?.normal === 'than') k++;
  return isFigure(tokens[k]) || (tokens[k]?.pos === 'ADV' && isFigure(tokens[k + 1]));
}

/** "said pay had risen": between a verb or "that" and an auxiliary in the past, a base form is a noun. */
function standsAsSubject(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]!;
  const next = tokens[i + 1]!;
  if (next.pos !== 'AUX' || !/^(?:is|was|has|had)$/.test(next.normal)) return false;
  return before.pos === 'VERB' ? before.lemma !== before.normal : before.pos === 'SCONJ';
}

/** Kinds that forms fall into, so that most words are told from the openers of sentences without comparing them. */
const KINDS = 251;
const kindOf = bytePerType(({ text }) => formKind(text));

function formKind(form: string): number {
  let kind = 0;
  for (const character of form.toLowerCase()) kind = (31 * kind + character.codePointAt(0)!) % KINDS;
  return kind;
}

/**
 * Mends errors that wink makes in all kinds of text: a common noun with a sentence's capital taken for a name
 * ("Experts say"), a verb taken for a noun or an adjective ("Critics claim it failed", "will close the school"),
 * and a few the other way round ("said pay had risen"). They are changed in place, and only where the words
 * beside them, or the rest of the text, do not speak against it.
 */
export function repairPos(tokens: Token[], sentences: readonly Sentence[], knowledge: Knowledge): void {
  const openers = openersOf(tokens, sentences);
  if (openers.size > 0) {
    const { names, words } = formsOf(tokens, openers);
    for (const [form, indices] of openers) {
      const lower = form.toLowerCase();
      if (names.has(form)) continue;
      const alone = readAlone(lower);
      if (!alone || alone.pos === 'PROPN' || alone.pos === 'X') continue;
      const plural = alone.pos === 'NOUN' && alone.lemma !== lower && lower.endsWith('s');
      if (!plural && !words.has(lower)) continue;
      for (const index of indices) tokens[index] = retagged(tokens[index]!, alone.pos, alone.lemma);
    }
  }
  const taken = takenOf(knowledge);
  for (let i = 1; i + 1 < tokens.length; i++) {
    const token = tokens[i]!;
    const code = taken(token.type);
    if (code === TAKEN.other) continue;
    if (code === TAKEN.noun) mendVerb(tokens, i, knowledge);
    else if (code === TAKEN.base) {
      if (isEndOfName(tokens, i)) tokens[i] = retagged(token, 'PROPN', token.normal);
      else if (standsAsSubject(tokens, i)) tokens[i] = retagged(token, 'NOUN', token.normal);
    } else if (code === TAKEN.deed) {
      if (standsAsDeed(tokens, i, knowledge)) tokens[i] = retagged(token, 'VERB', token.normal);
    } else if (code === TAKEN.price) {
      if (standsAsPrice(tokens, i)) tokens[i] = retagged(token, 'VERB', 'cost');
    } else if (code === TAKEN.past) {
      const base = pastBase(tokens, i, knowledge);
      if (base !== null) tokens[i] = retagged(token, 'VERB', base);
    } else tokens[i] = retagged(token, 'ADJ', token.normal);
  }
}

/** "Ji-woo": the second half of a name. */
function isEndOfName(tokens: readonly Token[], i: number): boolean {
  const hyphen = tokens[i - 1]!;
  if (hyphen.text !== '-' || hyphen.end !== tokens[i]!.start) return false;
  const first = tokens[i - 2];
  return first?.pos === 'PROPN' && first.end === hyphen.start;
}

function retagged({ start, end, text, normal, word }: Token, pos: PartOfSpeech, lemma: string): Token {
  return tokenOf(start, end, wordType(text, normal, lemma, pos, word));
}

/** Sentence openers tagged as names and not followed by a name, by form. */
function openersOf(tokens: readonly Token[], sentences: readonly Sentence[]): Map<string, number[]> {
  const openers = new Map<string, number[]>();
  for (const { firstToken, tokenEnd } of sentences) {
    let index = firstToken;
    while (index < tokenEnd && !tokens[index]!.word) index++;
    const token = tokens[index];
    if (!token || index >= tokenEnd || token.pos !== 'PROPN' || !/^\p{Lu}\p{Ll}+$/u.test(token.text))
      continue;
    const next = tokens[index + 1];
    if (next?.pos === 'PROPN' && index + 1 < tokenEnd && /^\p{Lu}/u.test(next.text)) continue;
    const found = openers.get(token.text);
    if (found) found.push(index);
    else openers.set(token.text, [index]);
  }
  return openers;
}

/** Which of the openers stand elsewhere with their capital, and which without. */
function formsOf(tokens: readonly Token[], openers: ReadonlyMap<string, readonly number[]>) {
  const lowered = new Set([...openers.keys()].map((form) => form.toLowerCase()));
  const names = new Set<string>();
  const words = new Set<string>();
  const counts = new Map<string, number>();
  const kinds = new Uint8Array(KINDS);
  for (const form of lowered) kinds[formKind(form)] = 1;
  for (const { type } of tokens) {
    if (kinds[kindOf(type)] === 0) continue;
    const { text } = type;
    if (openers.has(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
    else if (lowered.has(text)) words.add(text);
  }
  for (const [form, indices] of openers) if ((counts.get(form) ?? 0) > indices.length) names.add(form);
  return { names, words };
}

/** "Critics claim it", "the party claims that it", but not "claims that were made" or "insurance claims". */
function mendVerb(tokens: Token[], i: number, knowledge: Knowledge): void {
  const token = tokens[i]!;
  const lemma = verbForms(knowledge).get(token.normal)!;
  const subject = tokens[i - 1]!;
  const singularForm = token.normal !== lemma;
  // "I do not doubt that"
  const not = subject.normal === 'not' || subject.normal === "n't";
  if (not && /^(?:do|does|did)$/.test(tokens[i - 2]?.normal ?? '')) {
    tokens[i] = retagged(token, 'VERB', lemma);
    return;
  }
  // "a woman who lives nearby"
  if (subject.normal === 'who' && singularForm) {
    tokens[i] = retagged(token, 'VERB', lemma);
    return;
  }
  const name = subject.pos === 'PROPN';
  const noun = subject.pos === 'NOUN';
  if (
    !name &&
    !noun &&
    (subject.pos !== 'PRON' || wordSet(knowledge, LIST, 'possessive').has(subject.normal))
  )
    return;
  const pluralNoun = noun && subject.lemma !== subject.normal && subject.normal.endsWith('s');
  if (noun && pluralNoun === singularForm) return;
  if (name && !singularForm && !subject.normal.endsWith('s')) return;
  if (!opensClause(tokens, i + 1) && !inRelative(tokens, i) && !closesRemark(tokens, i)) return;
  tokens[i] = retagged(token, 'VERB', lemma);
}

/** "…, an insider claims.": an article and a noun behind a comma, and nothing after the verb. */
function closesRemark(tokens: readonly Token[], i: number): boolean {
  if (tokens[i + 1]!.text !== '.' || tokens[i]!.normal === tokens[i]!.lemma) return false;
  let k = i - 2;
  while (k > i - 4 && tokens[k]?.pos === 'ADJ') k--;
  return /^(?:an?|one)$/.test(tokens[k]?.normal ?? '') && tokens[k - 1]?.text === ',';
}

/** "systems which the alliance claims are defensive". */
function inRelative(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1]!;
  const article = tokens[i - 2]?.pos === 'DET' ? 1 : 0;
  return next.pos === 'AUX' && /^(?:which|who|that|what)$/.test(tokens[i - 2 - article]?.normal ?? '');
}

function opensClause(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i]!;
  const after = tokens[i + 1];
  if (next.normal === 'that') {
    return (
      after !== undefined &&
      (after.pos === 'DET' || after.pos === 'PROPN' || after.pos === 'NOUN' || after.pos === 'PRON')
    );
  }
  if (next.pos === 'PRON') return next.normal !== 'which' && next.normal !== 'who' && next.normal !== 'whose';
  return (
    next.pos === 'DET' ||
    (next.pos === 'PROPN' && after?.pos === 'VERB') ||
    (next.pos === 'PROPN' && after?.pos === 'AUX')
  );
}
