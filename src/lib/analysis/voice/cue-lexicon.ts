/** The word lists of voice, turned into one table: inflected form to what that verb or noun can introduce. */
import type { Knowledge, Lexicon, Pattern } from '$lib/lexicons/knowledge';
import type { Token } from '$lib/text/document';
import { bytePerTypeOf, type CodeOf } from '$lib/text/type-codes';
import { perType, type WordType } from '$lib/text/word-type';
import { cueWords, type CueWords } from './cue-words';
import { inflect } from './verb-forms';

/** What a cue verb can do; each field is a category of the list of that name, or null. */
export interface Cue {
  /** Words after the head that belong to the cue ("out" in "point out"). */
  readonly rest: readonly string[];
  clause: string | null;
  show: boolean;
  perceive: string | null;
  accuse: boolean;
  infinitive: string | null;
  topic: string | null;
}

export interface NounCue {
  readonly category: string;
}

export interface CueLexicon {
  readonly words: CueWords;
  /** By inflected form of the head; longest cues first. */
  readonly verbs: ReadonlyMap<string, readonly Cue[]>;
  readonly nouns: ReadonlyMap<string, NounCue>;
  /** The same for a token's type; null for nearly all words. */
  readonly verbCues: (type: WordType) => readonly Cue[] | null;
  readonly nounCue: (type: WordType) => NounCue | null;
  /** What a word may begin or be, as bits of `CUE`: asked of every word, where nearly all answer 0. */
  readonly cueBits: CodeOf;
  /** Adjectives of belief, feeling and will, to their category. */
  readonly adjectives: ReadonlyMap<string, string>;
  /** Nouns for a document or occasion ("In a survey, …"), by first word. */
  readonly documents: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Nouns for what shows something ("polls show …"): the one-word documents, and records, data, figures. */
  readonly evidence: ReadonlySet<string>;
  /** Adverbs that pass a statement on ("reportedly"). */
  readonly hearsay: ReadonlySet<string>;
  /** Modifiers that make a noun somebody's view ("perceived"). */
  readonly perceived: ReadonlySet<string>;
  /** Phrases that a holder follows ("according to"), by first word. */
  readonly holderAfter: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Nouns of "from X's perspective", by first word. */
  readonly perspective: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** First words of the names of countries, capitals, peoples and organisations. */
  readonly places: ReadonlySet<string>;
  readonly naming: ReadonlyMap<string, readonly (readonly string[])[]>;
}

/** Kinds of cue: a verb, a noun, the first word of a frame, an adjective; the first word of a reporter's aside, any of its words. */
export const CUE = { verb: 1, noun: 2, frame: 4, adjective: 8, aside: 16, inAside: 32 } as const;

/** Words that open frames by what follows them. */
const FRAME_OPENERS = new Set(['from', 'in', 'by', 'to', 'for', 'per', 'as']);

const cueBitsOf = bytePerTypeOf((knowledge: Knowledge, type): number => {
  const { verbCues, nounCue, adjectives, holderAfter, hearsay, perceived } = cueLexicon(knowledge);
  const { normal } = type;
  const opens =
    FRAME_OPENERS.has(normal) || holderAfter.has(normal) || hearsay.has(normal) || perceived.has(normal);
  return (
    (verbCues(type) !== null ? CUE.verb : 0) |
    (nounCue(type) !== null ? CUE.noun : 0) |
    (opens ? CUE.frame : 0) |
    (adjectives.has(normal) ? CUE.adjective : 0)
  );
});

const EMPTY: Pick<Lexicon, 'entries'> = { entries: [] };

/** The words of a pattern; the first alternative of each position, which is all these lists use. */
function wordsOf(pattern: Pattern): string[] {
  return pattern.flatMap((term) => term.words.slice(0, 1));
}

function phrases(lexicon: Pick<Lexicon, 'entries'>, category: string): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  for (const entry of lexicon.entries) {
    if (entry.category !== category) continue;
    for (const pattern of entry.patterns) {
      const words = wordsOf(pattern);
      const first = words[0];
      if (first === undefined) continue;
      const list = found.get(first);
      if (list) list.push(words);
      else found.set(first, [words]);
    }
  }
  for (const list of found.values()) list.sort((a, b) => b.length - a.length);
  return found;
}

/** The one-word phrases. */
function single(found: ReadonlyMap<string, readonly string[][]>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const [first, list] of found) if (list.some((phrase) => phrase.length === 1)) words.add(first);
  return words;
}

function build(knowledge: Knowledge): CueLexicon {
  const list = (id: string): Pick<Lexicon, 'entries'> => knowledge.lexicons[id] ?? EMPTY;
  const cues = new Map<string, Cue>();
  const add = (id: string, set: (cue: Cue, category: string) => void): void => {
    for (const entry of list(id).entries) {
      for (const pattern of entry.patterns) {
        const words = wordsOf(pattern);
        const key = words.join(' ');
        let cue = cues.get(key);
        if (!cue) {
          cue = {
            rest: words.slice(1),
            clause: null,
            show: false,
            perceive: null,
            accuse: false,
            infinitive: null,
            topic: null
          };
          cues.set(key, cue);
        }
        set(cue, entry.category);
      }
    }
  };
  add('reporting-verbs', (cue, category) => (cue.clause = category));
  add('reporting-verbs-show', (cue) => (cue.show = true));
  add('reporting-verbs-perceive', (cue, category) => (cue.perceive = category));
  add('reporting-verbs-accuse', (cue) => (cue.accuse = true));
  add('reporting-verbs-infinitive', (cue, category) => (cue.infinitive = category));
  add('reporting-verbs-topic', (cue, category) => (cue.topic = category));
  const verbs = new Map<string, Cue[]>();
  for (const [key, cue] of cues) {
    for (const form of new Set(inflect(key.split(' ')[0]!))) {
      const known = verbs.get(form);
      if (known) known.push(cue);
      else verbs.set(form, [cue]);
    }
  }
  for (const known of verbs.values()) known.sort((a, b) => b.rest.length - a.rest.length);
  const nouns = new Map<string, NounCue>();
  for (const entry of list('reporting-verbs-nouns').entries) {
    for (const pattern of entry.patterns) nouns.set(wordsOf(pattern).join(' '), { category: entry.category });
  }
  const adjectives = new Map<string, string>();
  for (const entry of list('reporting-verbs-adjectives').entries) {
    for (const pattern of entry.patterns) adjectives.set(wordsOf(pattern).join(' '), entry.category);
  }
  const frames = list('viewpoint-frames');
  return {
    words: cueWords(knowledge),
    verbs,
    nouns,
    verbCues: perType(({ normal }) => verbs.get(normal) ?? null),
    nounCue: perType(({ lemma, normal }) => nouns.get(lemma) ?? nouns.get(normal) ?? null),
    cueBits: cueBitsOf(knowledge),
    adjectives,
    documents: phrases(frames, 'document'),
    evidence: new Set([...single(phrases(frames, 'document')), ...single(phrases(frames, 'evidence'))]),
    hearsay: single(phrases(frames, 'hearsay')),
    perceived: single(phrases(frames, 'perceived')),
    holderAfter: phrases(frames, 'holder-after'),
    perspective: phrases(frames, 'holder-possessive'),
    places: new Set(
      ['countries', 'capitals', 'countries-demonyms', 'organisations', 'organisations-aliases'].flatMap(
        (id) =>
          list(id).entries.flatMap((entry) =>
            entry.patterns.flatMap((pattern) => wordsOf(pattern).slice(0, 1))
          )
      )
    ),
    naming: phrases(list('quotation'), 'naming')
  };
}

const built = new WeakMap<Knowledge, CueLexicon>();

/** The table of one knowledge, built once. */
export function cueLexicon(knowledge: Knowledge): CueLexicon {
  let lexicon = built.get(knowledge);
  if (!lexicon) built.set(knowledge, (lexicon = build(knowledge)));
  return lexicon;
}

/** Number of tokens of the first of `options` that stands at `at`; 0 for none. */
export function phraseAt(
  options: readonly (readonly string[])[] | undefined,
  tokens: readonly Token[],
  at: number,
  end: number
): number {
  if (!options) return 0;
  for (const words of options) {
    if (at + words.length > end) continue;
    let fits = true;
    for (let k = 0; k < words.length && fits; k++) {
      const token = tokens[at + k]!;
      fits = token.normal === words[k] || token.lemma === words[k];
    }
    if (fits) return words.length;
  }
  return 0;
}
