import winkNLP, { type Document as WinkDocument, type ItsFunction } from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import type { PartOfSpeech, Token } from './document';
import { isBlank } from './lines';

/**
 * The only door to wink-nlp: tokens, part-of-speech tags and lemmas, with the character offsets that wink does
 * not give.
 */

interface LexemeFeature {
  readonly hash: Record<string, number>;
  readonly list: readonly string[];
  readonly intrinsicSize: number;
}

interface CoreModel {
  readonly features: { readonly lexeme: LexemeFeature; readonly shape: { readonly list: readonly string[] } };
}

type Nlp = ReturnType<typeof winkNLP>;

/** Words wink may learn before a fresh instance takes over; it keeps every new word for ever. */
const MAX_LEARNED = 200_000;
/** wink packs the index of a word's shape in 14 bits. */
const MAX_SHAPES = 15_000;
/** Longest run without a space that wink is given in one piece: its patterns are not linear in such runs. */
const MAX_RUN = 64;

let nlp: Nlp | null = null;
let core: CoreModel | null = null;
let forgotten = 0;

function instance(): Nlp {
  if (nlp && core) {
    const full = core.features.lexeme.list.length - core.features.lexeme.intrinsicSize > MAX_LEARNED;
    if (!full && core.features.shape.list.length < MAX_SHAPES) return nlp;
  }
  const load = model.core as () => CoreModel;
  const watched = {
    ...model,
    core: () => {
      core = load();
      return core;
    }
  };
  nlp = winkNLP(watched, ['pos']);
  forgotten = (core as CoreModel | null)?.features.lexeme.intrinsicSize ?? 0;
  return nlp;
}

const ONLY_LETTERS = /^\p{L}+$/u;

/**
 * Makes wink forget the words with marks inside that it met since the last call. It cuts such a word in another
 * way when it has met it before, so without this the reading of a text would depend on what was read before it.
 */
export function forgetWords(): void {
  if (!core) return;
  const { hash, list } = core.features.lexeme;
  for (; forgotten < list.length; forgotten++) {
    const word = list[forgotten]!;
    if (!ONLY_LETTERS.test(word)) Reflect.deleteProperty(hash, word);
  }
}

const APOSTROPHES = /[\u2018\u2019\u02BC\uFF07]/g;
// Characters that wink drops or keeps inside words, though a reader sees a space or nothing at all.
const ODD_SPACE = /[\p{Cc}\p{Zs}\p{Zl}\p{Zp}\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu;
const DASHES = /[\u2014\u2015\u2026]|\u2013(?!\d)/g;
// A sentence that starts without a space before it: "the end.Then it".
const GLUED = /([a-z\u00DF-\u00FF]{2}[.!?]["'\u201D]?)(?=[A-Z\u00C0-\u00DE](?:[a-z\u00DF-\u00FF]| ))/g;

const BEYOND_ASCII = /[^\u0020-\u007E]/;

/** The text as wink gets it: the same visible characters in the same order, with spaces wherever they help. */
function prepare(text: string): string {
  const plain = BEYOND_ASCII.test(text)
    ? text.replace(APOSTROPHES, "'").replace(ODD_SPACE, ' ').replace(DASHES, ' $& ')
    : text;
  return breakLongRuns(plain.replace(GLUED, '$1 '));
}

function breakLongRuns(text: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let run = 0; run < text.length;) {
    const space = text.indexOf(' ', run);
    const end = space < 0 ? text.length : space;
    for (let cut = run + MAX_RUN; cut < end; cut += MAX_RUN) {
      // Never between the halves of a surrogate pair.
      const code = text.charCodeAt(cut);
      if (code >= 0xdc00 && code <= 0xdfff) cut++;
      parts.push(text.slice(kept, cut), ' ');
      kept = cut;
    }
    run = end + 1;
  }
  if (kept === 0) return text;
  parts.push(text.slice(kept));
  return parts.join('');
}

interface WordFacts {
  readonly pos: PartOfSpeech;
  readonly normal: string;
  readonly lemma: string;
  readonly word: boolean;
  /** The same form with another tag. */
  next: WordFacts | null;
}

const WORDLIKE = /[\p{L}\p{N}]/u;
const CLITIC = /^(?:'\p{L}+|n't)$/u;

/** Two words that wink leaves in one: where to cut, and the tag and lemma of both. */
const JOINED: ReadonlyMap<string, readonly [number, PartOfSpeech, string, PartOfSpeech, string]> = new Map([
  ['cannot', [3, 'AUX', 'can', 'PART', 'not']],
  ["i'm", [1, 'PRON', 'i', 'AUX', 'be']]
]);

/** Reads one stretch of text. `offset` is where it starts in the whole text. */
export function tag(text: string, offset: number): Token[] {
  const wink = instance();
  const { its } = wink;
  const doc = wink.readDoc(prepare(text));
  const all = doc.tokens();
  const values = all.out(its.value) as string[];
  const tags = all.out(its.pos) as PartOfSpeech[];
  const contracted = all.out(its.contractionFlag) as boolean[];
  const tokens: Token[] = [];
  let position = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!;
    const from = locate(text, value, position);
    if (from < 0) continue;
    position = from + value.length;
    const start = offset + from;
    const end = offset + position;
    const pos = tags[i]!;
    // The lemma of "'s" depends on the word before it.
    let facts: WordFacts | null | undefined = contracted[i] ? null : known.get(value);
    while (facts && facts.pos !== pos) facts = facts.next;
    facts ??= contracted[i] ? factsOf(doc, its, i, value, pos) : learn(doc, its, i, value, pos);
    const { normal } = facts;
    const joined = JOINED.get(normal);
    if (joined) {
      const [length, firstPos, firstLemma, secondPos, secondLemma] = joined;
      const cut = start + length;
      const surface = text.slice(from, position);
      tokens.push(
        {
          start,
          end: cut,
          text: surface.slice(0, length),
          normal: normal.slice(0, length),
          lemma: firstLemma,
          pos: firstPos,
          word: true
        },
        {
          start: cut,
          end,
          text: surface.slice(length),
          normal: normal.slice(length),
          lemma: secondLemma,
          pos: secondPos,
          word: secondPos === 'PART'
        }
      );
      continue;
    }
    tokens.push({
      start,
      end,
      // wink's own string where it is the same one: all tokens of a form share it.
      text: text.startsWith(value, from) ? value : text.slice(from, position),
      normal,
      lemma: facts.lemma,
      pos,
      word: facts.word
    });
  }
  return tokens;
}

/** A word's lemma depends on nothing but its form and its tag, contractions aside. */
const known = new Map<string, WordFacts>();

function learn(
  doc: WinkDocument,
  its: Nlp['its'],
  index: number,
  value: string,
  pos: PartOfSpeech
): WordFacts {
  if (known.size > MAX_LEARNED) known.clear();
  const facts = factsOf(doc, its, index, value, pos);
  const first = known.get(value);
  if (first) {
    facts.next = first.next;
    first.next = facts;
  } else known.set(value, facts);
  return facts;
}

function factsOf(
  doc: WinkDocument,
  its: Nlp['its'],
  index: number,
  value: string,
  pos: PartOfSpeech
): WordFacts {
  const normal = value.toLowerCase();
  const asLemma = its.lemma as unknown as ItsFunction<unknown>;
  const lemma = doc.tokens().itemAt(index).out(asLemma);
  return {
    pos,
    next: null,
    normal,
    // wink knows no lemma for a few words, and takes some from plain objects, where "constructor" is a function.
    lemma: typeof lemma === 'string' ? lemma.toLowerCase() : normal,
    word: pos !== 'SYM' && WORDLIKE.test(value) && !CLITIC.test(normal)
  };
}

interface Reading {
  readonly pos: PartOfSpeech;
  readonly lemma: string;
}

const alone = new Map<string, Reading | null>();

/** How wink reads a word on its own: what a capital at the start of a sentence hides. Null for several tokens. */
export function readAlone(word: string): Reading | null {
  const seen = alone.get(word);
  if (seen !== undefined) return seen;
  if (alone.size > MAX_LEARNED) alone.clear();
  const [token, ...rest] = tag(word, 0);
  const reading = token && rest.length === 0 ? { pos: token.pos, lemma: token.lemma } : null;
  alone.set(word, reading);
  return reading;
}

const STRAIGHT = 39;

function sameCharacter(code: number, wanted: number): boolean {
  if (code === wanted) return true;
  return wanted === STRAIGHT && (code === 0x2018 || code === 0x2019 || code === 0x02bc || code === 0xff07);
}

function standsAt(text: string, value: string, start: number): boolean {
  if (text.startsWith(value, start)) return true;
  if (start + value.length > text.length) return false;
  for (let i = 0; i < value.length; i++) {
    if (!sameCharacter(text.charCodeAt(start + i), value.charCodeAt(i))) return false;
  }
  return true;
}

/** How far past the last token the next may start, not counting the spaces between. */
const LOOK_AHEAD = 64;

/** Where `value` stands next, at or after `position`; -1 when it is not near. */
function locate(text: string, value: string, position: number): number {
  let start = position;
  for (let passed = 0; start < text.length && passed < LOOK_AHEAD; start++) {
    if (standsAt(text, value, start)) return start;
    if (!isBlank(text.charCodeAt(start))) passed++;
  }
  return -1;
}
