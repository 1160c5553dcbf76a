import type { Knowledge } from '$lib/lexicons/knowledge';
import { wordSet } from '$lib/lexicons/word-sets';
import type { PartOfSpeech, Sentence, Token } from './document';
import { readAlone } from './tag-text';
import { tokenOf } from './token';
import { bytePerTypeOf } from './type-codes';
import { wordType, type WordType } from './word-type';

/** What a word may turn out to be. */
const KIND = { other: 0, verb: 1, will: 2, body: 3 } as const;

const LIST = 'words-names';

/**
 * A verb by its tag and a name by its capital: "Watch", "Ford", "Lynch"; "Will", who may be somebody; or a body
 * that may be named by its aim, "Committee".
 */
const kindOf = bytePerTypeOf((knowledge: Knowledge, { pos, text, normal }) => {
  if (pos === 'VERB') return CAPITALISED.test(text) ? KIND.verb : KIND.other;
  if (pos === 'PROPN' || pos === 'NOUN') {
    const body = wordSet(knowledge, LIST, 'body').has(normal) && CAPITALISED.test(text);
    return body ? KIND.body : KIND.other;
  }
  return pos === 'AUX' && text === 'Will' ? KIND.will : KIND.other;
});

const CAPITALISED = /^\p{Lu}\p{Ll}+$/u;
const PARTICIPLE = /(?:ed|wn|en|lt|pt)$/;
const isCapital = (token: Token | undefined): boolean => token !== undefined && /^\p{Lu}/u.test(token.text);

/** Shorter words say little about how a line is capitalised. */
const SHORT = 3;
/** Words of a name after its first, and the words after a name in which its verb must stand. */
const NAME_REACH = 3;
/** Words between two commas that say what a name is. */
const APPOSITION = 9;

/**
 * Mends names that wink takes for verbs, because their form is one: "Human Rights Watch said", "the Red Cross",
 * "Senator Lynch", "Ford is willing". Inside a sentence that writes its verbs small, a capital makes a name;
 * at its head a finite verb has to follow, with nothing but names between. A body named by its aim is one name:
 * "the Committee to Protect Journalists". Tokens are changed in place. Linear in their number.
 */
export function repairNames(tokens: Token[], sentences: readonly Sentence[], knowledge: Knowledge): void {
  const kinds = kindOf(knowledge);
  const openers: Sentence[] = [];
  const names = new Set<string>();
  let found = 0;
  for (const sentence of sentences) {
    const { firstToken, tokenEnd } = sentence;
    let first = -1;
    let plain: boolean | null = null;
    for (let at = firstToken; at < tokenEnd; at++) {
      const token = tokens[at]!;
      if (first < 0 && token.type.word) first = at;
      const kind = kinds(token.type);
      if (kind === KIND.other) continue;
      plain ??= writesVerbsSmall(tokens, firstToken, tokenEnd);
      if (!plain) break;
      if (kind === KIND.body) {
        joinAim(tokens, at, tokenEnd, knowledge);
        continue;
      }
      if (at === first) {
        if (kind === KIND.verb) openers.push(sentence);
        continue;
      }
      if (!followsWord(tokens[at - 1]!)) continue;
      if (kind === KIND.will && !(tokens[at + 1]?.pos === 'PROPN' && isCapital(tokens[at + 1]))) continue;
      tokens[at] = asName(token);
      names.add(token.text);
      found++;
    }
  }
  if (openers.length === 0) return;
  const small = found === 0 ? new Set<string>() : smallForms(tokens, names);
  for (const sentence of openers) mendOpener(tokens, sentence, names, small, knowledge);
}

/** "Committee to Protect Journalists", "Society to Save the Old Mill": the words that join a body's name to its aim. */
function joinAim(tokens: Token[], body: number, end: number, knowledge: Knowledge): void {
  const to = body + 1;
  const aim = tokens[to + 1];
  if (to + 1 >= end || tokens[to]!.text !== 'to' || !isCapital(aim)) return;
  // "moved the Commission to Geneva"
  const { normal } = aim!;
  if (readAlone(normal)?.pos !== 'VERB' && !wordSet(knowledge, LIST, 'aim').has(normal)) return;
  for (const at of [body, to, to + 1]) tokens[at] = asName(tokens[at]!);
  const article = to + 2;
  if (article + 1 < end && tokens[article]!.text === 'the' && isCapital(tokens[article + 1]))
    tokens[article] = asName(tokens[article]!);
}

/** After a word or a comma; what follows a colon, a dash or a quotation mark may open a sentence of its own. */
function followsWord({ word, text, pos }: Token): boolean {
  return word || pos === 'PART' || text === ',' || text === '&';
}

const wordTypeAs = ({ text, normal, word }: Token, pos: PartOfSpeech): WordType =>
  wordType(text, normal, normal, pos, word);
const asName = (token: Token): Token => tokenOf(token.start, token.end, wordTypeAs(token, 'PROPN'));

/** Whether a sentence is no headline with a capital on every word. */
function writesVerbsSmall(tokens: readonly Token[], from: number, end: number): boolean {
  let small = 0;
  let capital = 0;
  for (let k = from; k < end; k++) {
    const { text, pos } = tokens[k]!.type;
    if (text.length < SHORT) continue;
    const open = pos === 'VERB' || pos === 'NOUN' || pos === 'ADJ' || pos === 'ADV';
    if (!open && pos !== 'PROPN') continue;
    if (isCapital(tokens[k])) capital++;
    else if (pos === 'VERB') return true;
    else if (open && text.length > SHORT) small++;
  }
  return small > 0 && small >= capital;
}

/** Which names the text also writes small: "March" and "march". */
function smallForms(tokens: readonly Token[], names: ReadonlySet<string>): ReadonlySet<string> {
  const lowered = new Map([...names].map((name) => [name.toLowerCase(), name]));
  const small = new Set<string>();
  for (const { type } of tokens) {
    const name = lowered.get(type.text);
    if (name !== undefined) small.add(name);
  }
  return small;
}

/** "Ted Cruz has …", "Planned Parenthood said", "Save the Children urged", and "Ford" once it is known as a name. */
function mendOpener(
  tokens: Token[],
  { firstToken, tokenEnd }: Sentence,
  names: ReadonlySet<string>,
  small: ReadonlySet<string>,
  knowledge: Knowledge
): void {
  let at = firstToken;
  while (!tokens[at]!.word) at++;
  const token = tokens[at]!;
  if (names.has(token.text) && !small.has(token.text)) {
    tokens[at] = asName(token);
    return;
  }
  if (token.normal.endsWith('ing')) return;
  const base = token.lemma === token.normal;
  if (!base && !PARTICIPLE.test(token.normal)) return;
  const article = base && tokens[at + 1]?.normal === 'the' ? 1 : 0;
  const run = at + 1 + article;
  let end = run;
  while (end < tokenEnd && end < run + NAME_REACH && tokens[end]!.pos === 'PROPN' && isCapital(tokens[end]))
    end++;
  if (end === run) {
    // "Lynch is …" may as well be "Hate is …": nothing says that this is a name.
    const noun =
      base &&
      article === 0 &&
      !wordSet(knowledge, LIST, 'state').has(token.normal) &&
      hasVerb(tokens, end, tokenEnd, knowledge);
    if (noun) tokens[at] = tokenOf(token.start, token.end, wordTypeAs(token, 'NOUN'));
    return;
  }
  const relative = tokens[end]?.text === ',' && /^(?:who|whose)$/.test(tokens[end + 1]?.normal ?? '');
  if (
    relative ||
    hasVerbBehind(tokens, end, tokenEnd, knowledge) ||
    hasVerb(tokens, end, tokenEnd, knowledge)
  )
    tokens[at] = asName(token);
}

/** "Save Hillside, a campaign group, said": a verb behind what the name is called. */
function hasVerbBehind(tokens: readonly Token[], at: number, end: number, knowledge: Knowledge): boolean {
  if (tokens[at]?.text !== ',' || tokens[at + 1]?.pos !== 'DET') return false;
  for (let k = at + 2; k < end && k < at + APPOSITION; k++) {
    if (tokens[k]!.text === ',') return hasVerb(tokens, k + 1, end, knowledge);
  }
  return false;
}

/** Whether a finite verb stands at a place, or after one adverb. */
function hasVerb(tokens: readonly Token[], at: number, end: number, knowledge: Knowledge): boolean {
  const verb = tokens[at]?.pos === 'ADV' ? at + 1 : at;
  return verb < end && isFinite(tokens[verb]!, knowledge);
}

function isFinite({ pos, normal, lemma, text }: Token, knowledge: Knowledge): boolean {
  if (isCapital({ text } as Token)) return false;
  return pos === 'AUX'
    ? wordSet(knowledge, LIST, 'finite-auxiliary').has(normal)
    : pos === 'VERB' && lemma !== normal && !normal.endsWith('ing');
}
