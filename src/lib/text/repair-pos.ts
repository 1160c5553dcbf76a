import type { PartOfSpeech, Sentence, Token } from './document';
import { readAlone } from './tag-text';
import { tokenOf } from './token';
import { bytePerType } from './type-codes';
import { wordType } from './word-type';

/** Verbs of saying, wanting and fearing whose form is also a noun; wink takes most of them for the noun. */
const NOUN_OR_VERB: ReadonlyMap<string, string> = new Map(
  'claim report state warn charge fear hope plan promise demand estimate doubt blame request vow support oppose insist call project'
    .split(' ')
    .flatMap((verb): [string, string][] => [
      [verb, verb],
      [`${verb}s`, verb]
    ])
);

/** What a form without a capital was taken for: a noun that may be one of these verbs, or a verb in its base form. */
const TAKEN = { other: 0, noun: 1, base: 2 } as const;

const taken = bytePerType(({ pos, text, normal, lemma }) => {
  if (text !== normal) return TAKEN.other;
  if (pos === 'NOUN') return NOUN_OR_VERB.has(normal) ? TAKEN.noun : TAKEN.other;
  return pos === 'VERB' && lemma === normal ? TAKEN.base : TAKEN.other;
});

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
 * Mends two errors that wink makes in all kinds of text: a common noun with a sentence's capital taken for a
 * name ("Experts say"), and a verb after its subject taken for a noun ("Critics claim it failed"). Both are
 * changed in place, and only where the rest of the text does not speak against it.
 */
export function repairPos(tokens: Token[], sentences: readonly Sentence[]): void {
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
  for (let i = 1; i + 1 < tokens.length; i++) {
    const code = taken(tokens[i]!.type);
    if (code === TAKEN.noun) mendVerb(tokens, i);
    else if (code === TAKEN.base && standsAsSubject(tokens, i)) {
      const token = tokens[i]!;
      tokens[i] = retagged(token, 'NOUN', token.normal);
    }
  }
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

/** "its estimates": what is somebody's is no verb. */
const POSSESSIVE = /^(?:my|your|his|her|its|our|their|whose)$/;

/** "Critics claim it", "the party claims that it", but not "claims that were made" or "insurance claims". */
function mendVerb(tokens: Token[], i: number): void {
  const token = tokens[i]!;
  const lemma = NOUN_OR_VERB.get(token.normal)!;
  const subject = tokens[i - 1]!;
  const singularForm = token.normal !== lemma;
  const name = subject.pos === 'PROPN';
  const noun = subject.pos === 'NOUN';
  if (!name && !noun && (subject.pos !== 'PRON' || POSSESSIVE.test(subject.normal))) return;
  const pluralNoun = noun && subject.lemma !== subject.normal && subject.normal.endsWith('s');
  if (noun && pluralNoun === singularForm) return;
  if (name && !singularForm && !subject.normal.endsWith('s')) return;
  if (!opensClause(tokens, i + 1) && !inRelative(tokens, i)) return;
  tokens[i] = retagged(token, 'VERB', lemma);
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
