import winkNLP from 'wink-nlp';
import model from 'wink-eng-lite-web-model';
import type { PartOfSpeech } from './document';
import { compileTagRules, type TagRules } from './tag-rules';

/**
 * The only door to wink-nlp: how it cuts a run of characters into words, what it knows of each word, and the
 * rules by which it tags them in context. Cutting looks at nothing beyond a space, so each run is cut once.
 */

/** What wink knows of one word, whatever stands beside it. */
export interface RawWord {
  /** The characters, apostrophes straight. */
  readonly value: string;
  /** Its likeliest tag, its place in the rules where they name the word itself, the tags it may have as bits. */
  readonly tag: number;
  readonly hint: number;
  readonly possible: number;
  /** Part of a contraction ("ca", "n't"): tag and lemma are given with the word. */
  readonly fixed: { readonly pos: PartOfSpeech; readonly lemma: string } | null;
  /** Its lemma under a tag; "" where wink knows none. */
  readonly lemmaAs: (pos: PartOfSpeech) => string;
}

interface LexemeFeature {
  readonly hash: Record<string, number>;
  readonly list: readonly string[];
  readonly intrinsicSize: number;
}

interface CoreModel {
  readonly features: {
    readonly lexeme: LexemeFeature;
    readonly shape: { readonly list: readonly string[] };
    readonly pos: { readonly list: readonly PartOfSpeech[] };
  };
}

interface PosModel {
  readonly machines: readonly string[];
}

/** What wink keeps of words. Indices are its own. */
interface Cache {
  value(index: number): string;
  normal(index: number): number;
  /** The lower-cased form of a part of a contraction, from the second number of its token. */
  nox(packed: number): number;
  property(index: number, name: string): number;
  isMemberPOS(index: number, tag: number): boolean;
}

/** A document as wink holds it: four numbers a token. */
interface RawDocument {
  readonly tokens: readonly number[];
  readonly cache: Cache;
}

/** The pipeline step in which wink writes the tags it found: here the tags before any rule. */
type TagSetter = (document: RawDocument, tags: readonly number[]) => void;

type Its = (index: number, document: RawDocument, addons: unknown) => unknown;

const TOKEN_SIZE = 4;
const CONTRACTION = 0xffff;
const LEMMA_MASK = 0xfffff;
const LEMMA_BITS = 20;
const POS_MASK = 0x3f;

/** Words wink may learn before a fresh instance takes over; it keeps every new word for ever. */
const MAX_LEARNED = 200_000;
/** wink packs the index of a word's shape in 14 bits. */
const MAX_SHAPES = 15_000;

interface Instance {
  readonly core: CoreModel;
  readonly lemma: Its;
  /** Runs the pipeline; what `TagSetter` was given stands in `seen`. */
  readonly read: (text: string) => unknown;
  /** Words it has learned and been made to forget. */
  forgotten: number;
  seen: { readonly document: RawDocument; readonly tags: readonly number[] } | null;
}

let instance: Instance | null = null;
let rules: TagRules | null = null;

function start(): Instance {
  const load = model.core as () => CoreModel;
  const { machines } = (model.pos as () => PosModel)();
  rules ??= compileTagRules(machines);
  let core: CoreModel | null = null;
  const setter: TagSetter = (document, tags) => {
    started.seen = { document, tags };
  };
  // Without machines wink leaves the tags as they are before its rules, and hands them to the setter.
  const watched = {
    ...model,
    core: () => (core = load()),
    pos: () => ({ machines: [], transformers: [], updater: () => undefined, setter })
  };
  const { readDoc, its } = winkNLP(watched, ['pos']);
  const loaded = core as CoreModel | null;
  if (!loaded) throw new Error('wink-nlp did not load its language model.');
  const started: Instance = {
    core: loaded,
    lemma: its.lemma as unknown as Its,
    read: readDoc,
    forgotten: loaded.features.lexeme.intrinsicSize,
    seen: null
  };
  return started;
}

function current(): Instance {
  if (instance) {
    const { lexeme, shape } = instance.core.features;
    const full = lexeme.list.length - lexeme.intrinsicSize > MAX_LEARNED || shape.list.length >= MAX_SHAPES;
    if (!full) return instance;
  }
  return (instance = start());
}

/**
 * Makes wink forget the words that it has learned. It cuts a run in another way when it has met a part of it
 * before, so without this the reading of a text would depend on what was read before it.
 */
function forget(wink: Instance): void {
  const { hash, list } = wink.core.features.lexeme;
  for (; wink.forgotten < list.length; wink.forgotten++) {
    Reflect.deleteProperty(hash, list[wink.forgotten]!);
  }
}

/** The words of a run of characters without a space, in order. wink drops some characters that show nothing. */
export function cutRun(run: string): RawWord[] {
  const wink = current();
  wink.read(run);
  const { seen } = wink;
  wink.seen = null;
  const words: RawWord[] = [];
  if (seen)
    for (let i = 0; i < seen.tags.length; i++) words.push(rawWord(wink, seen.document, i, seen.tags[i]!));
  forget(wink);
  return words;
}

function rawWord(wink: Instance, { tokens, cache }: RawDocument, index: number, tag: number): RawWord {
  const [lexeme, packed, annotation] = tokens.slice(TOKEN_SIZE * index) as [number, number, number];
  const contracted = packed > CONTRACTION;
  const normal = contracted ? cache.nox(packed) : cache.normal(lexeme);
  const tags = wink.core.features.pos.list;
  let possible = 0;
  for (let k = 1; k < tags.length; k++) if (cache.isMemberPOS(normal, k)) possible |= 1 << k;
  // wink takes some lemmas from plain objects, where "constructor" is a function, and knows none for a few words.
  const textOf = (lemma: unknown): string => (typeof lemma === 'string' ? lemma.toLowerCase() : '');
  return {
    value: cache.value(lexeme),
    tag,
    hint: cache.property(lexeme, 'posHint'),
    possible,
    fixed: contracted
      ? {
          pos: tags[(annotation >>> LEMMA_BITS) & POS_MASK]!,
          lemma: textOf(cache.value(annotation & LEMMA_MASK))
        }
      : null,
    lemmaAs: (pos) => {
      // What stands for the lemma of a contraction is where its parts are: read as a word, it is whatever was learned.
      if (cache.property(lexeme, 'isContraction') === 1) return '';
      const alone = { tokens: [lexeme, 0, tags.indexOf(pos) << LEMMA_BITS, 0], cache };
      return textOf(wink.lemma(0, alone, model.addons));
    }
  };
}

/** The tags of words in context, as wink numbers them, from what `packTags` makes of them; used again by the next call. */
export function tagsOf(words: Int32Array, length: number): Uint8Array {
  current();
  return rules!(words, length);
}

/** The tag wink numbers so. */
export function tagNamed(tag: number): PartOfSpeech {
  return current().core.features.pos.list[tag] ?? 'X';
}
