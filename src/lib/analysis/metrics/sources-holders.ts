/** What kind of source a holder is, read from how the text names it. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import { readAlone } from '$lib/text/tag-text';
import type { Reading, Segment } from '../reading';
import { oncePer } from './once-per';
import { wordSet } from '../word-kinds';

/**
 * `named`: a person, body or place by name; `document`: something written; `unnamed`: people of some kind,
 * none of them named; `partly`: the same, with the body they belong to ("Treasury officials"); `nobody`: not
 * even that ("it is said"); `described`: a definite person or thing without a name ("the mayor").
 */
export type HolderKind = 'named' | 'document' | 'unnamed' | 'partly' | 'nobody' | 'described';

interface HolderWords {
  readonly groups: ReadonlySet<string>;
  readonly quantities: ReadonlySet<string>;
  readonly documents: ReadonlySet<string>;
  /** Words that end the head of a phrase, and those that are no name even with a capital. */
  readonly afterHead: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  /** Definite singular: one person or body is meant, who is merely not named here. */
  readonly definite: ReadonlySet<string>;
  /** Words that pass something on for which nobody stands. */
  readonly hearsay: ReadonlySet<string>;
  /** Pronouns for somebody named before, found or not. */
  readonly pronouns: ReadonlySet<string>;
  /** Pronouns that keep a capital at the start of a sentence. */
  readonly openings: ReadonlySet<string>;
  readonly collectives: ReadonlySet<string>;
  /** Those who speak for a body: "a spokeswoman for the harbour". */
  readonly voices: ReadonlySet<string>;
  /** Those whom what happened befell, and those who inquire into it: the story itself says who is meant. */
  readonly told: ReadonlySet<string>;
}

const read = new WeakMap<Knowledge, HolderWords>();

function wordsOf(knowledge: Knowledge): HolderWords {
  let known = read.get(knowledge);
  if (known) return known;
  const groups = new Set<string>();
  const quantities = new Set<string>();
  const documents = new Set<string>();
  for (const list of ['weasel-holders', 'sources-cited']) {
    for (const { category, patterns } of knowledge.lexicons[list]?.entries ?? []) {
      const into =
        category === 'unnamed-many'
          ? quantities
          : category === 'document-word'
            ? documents
            : category === 'unnamed-group'
              ? groups
              : null;
      if (!into) continue;
      for (const [first, second] of patterns) {
        if (first && !second) for (const word of first.words) into.add(word);
      }
    }
  }
  const set = (category: string): ReadonlySet<string> => wordSet(knowledge, 'words-sources', category);
  known = {
    groups,
    quantities,
    documents,
    afterHead: set('after-head'),
    determiners: set('determiner'),
    definite: set('definite'),
    hearsay: set('hearsay'),
    pronouns: set('pronoun'),
    openings: set('opening'),
    collectives: set('collective'),
    voices: set('voice-of-body'),
    told: set('told')
  };
  read.set(knowledge, known);
  return known;
}

const HEARSAY = /^(?:it|there) (?:is|was|has|had|'s|’s|are|were)\b/i;
const SAID_TO_BE = /^said to be$/i;

/** Ways to write the singular of a word in the plural; none for any other. */
function singulars(word: string): readonly string[] {
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (word.endsWith('men')) return [`${word.slice(0, -3)}man`];
  return word.endsWith('s') ? [word.slice(0, -1), word.slice(0, -2)] : NONE;
}

const NONE: readonly string[] = [];

/** A letter or digit of English: most words begin and end with one, and the rest takes a slower look. */
const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

/** A word without the mark before it and the one behind it. */
function trimmed(word: string): string {
  if (isPlain(word.charCodeAt(0)) && isPlain(word.charCodeAt(word.length - 1))) return word;
  return word.replace(/^[^\p{L}\p{N}]|[^\p{L}\p{N}]$/gu, '');
}

/** Whether the first letter of a word is a capital. */
function isCapital(word: string): boolean {
  const code = word.charCodeAt(0);
  if (code >= 97 && code <= 122) return false;
  return (code >= 65 && code <= 90) || /^\p{Lu}/u.test(word.replace(/^[^\p{L}]+/u, ''));
}

/** Capitalised words that say where people are from, not which body they speak for. */
const ORIGINS =
  /^(?:Western|Eastern|Northern|Southern|Central|Senior|Many|Some|Most|Several|Other|Former|.*(?:ian|ish|ese|ean|can))$/;

const kindsIn = oncePer<Reading, Map<string, HolderKind>, []>(() => new Map());

/** "Environmental groups warn": the capital is the sentence's, for the word is tagged as no name. */
function opensWithCommonWord({ holder, holderSpan, sentence }: Segment, { document }: Reading): boolean {
  if (holder === null || holderSpan === null) return false;
  const { firstToken } = document.sentences[sentence]!;
  const token = document.tokens[firstToken]!;
  if (token.start !== holderSpan.start || !holder.startsWith(token.text)) return false;
  // The tagger takes some adjectives with a capital for names.
  return token.pos !== 'PROPN' || readAlone(token.normal)?.pos === 'ADJ';
}

/** What kind of source holds the words of a segment. One holder mostly holds many, so each is read once. */
export function sourceKind(segment: Segment, reading: Reading, knowledge: Knowledge): HolderKind {
  const { holder, rule } = segment;
  if (holder === null || rule === 'voice/hearsay') return 'nobody';
  const known = kindsIn(reading);
  const name = opensWithCommonWord(segment, reading) ? holder[0]!.toLowerCase() + holder.slice(1) : holder;
  let kind = known.get(name);
  if (!kind) known.set(name, (kind = kindOf(name, wordsOf(knowledge))));
  return kind;
}

/** @param holder as named in the text */
function kindOf(holder: string, sets: HolderWords): HolderKind {
  const { groups, quantities, documents } = sets;
  if (HEARSAY.test(holder) || SAID_TO_BE.test(holder) || sets.hearsay.has(holder.toLowerCase()))
    return 'nobody';
  const words = (holder.includes('’') ? holder.replaceAll('’', "'") : holder)
    .split(/[\s/]+/u)
    .filter((word) => isPlain(word.charCodeAt(0)) || /[\p{L}\p{N}]/u.test(word));
  const lower = words.map((word) => trimmed(word.toLowerCase()));
  let end = 0;
  while (end < words.length && (end === 0 || !sets.afterHead.has(lower[end]!))) end++;
  const head = end - 1;
  if (head < 0) return 'nobody';
  if (lower[0] === 'no' && lower[1] === 'one') return 'unnamed';
  if (sets.pronouns.has(lower[0]!)) return 'described';
  const capital = (at: number): boolean => isCapital(words[at]!);
  const name = (at: number): boolean =>
    capital(at) && !sets.determiners.has(lower[at]!) && (at > 0 || !quantities.has(lower[at]!));
  const is = (set: ReadonlySet<string>, at: number): boolean => {
    const word = lower[at]!;
    return set.has(word) || singulars(word).some((singular) => set.has(singular));
  };
  // "Anna Berg and many others": one of them is named.
  const and = lower.indexOf('and');
  if (
    and > 0 &&
    lower
      .slice(0, and)
      .some((word, at) => name(at) && !ORIGINS.test(words[at]!) && !is(groups, at) && !quantities.has(word))
  ) {
    return 'named';
  }
  if (quantities.has(lower[head]!) || (quantities.has(lower[0]!) && end === words.length && head === 0))
    return 'unnamed';
  const plural =
    lower[head]!.endsWith('s') ||
    lower[head]!.endsWith('men') ||
    lower[head] === 'people' ||
    lower[head] === 'police';
  if (is(documents, head)) return 'document';
  if (is(groups, head) && !(head > 0 && capital(head))) {
    if (is(sets.voices, head) && (lower[end] === 'for' || lower[end] === 'of')) return 'partly';
    if (is(sets.told, head)) return 'described';
    const definite = sets.definite.has(lower[0]!);
    if (definite && !plural && !sets.collectives.has(lower[head]!)) return 'described';
    const bodies = words.some(
      (word, at) => at !== head && name(at) && !ORIGINS.test(word.replace(/'s$/, ''))
    );
    return bodies ? 'partly' : 'unnamed';
  }
  if (words.some((_, at) => name(at) && (at > 0 || !sets.openings.has(lower[at]!)))) {
    if (quantities.has(lower[0]!) && plural) return 'unnamed';
    // "Norwegians": a people, of whom none is named.
    if (PEOPLES.test(words[head]!)) return 'unnamed';
    return 'named';
  }
  if (quantities.has(lower[0]!)) return 'unnamed';
  return 'described';
}

const PEOPLES = /^\p{Lu}\p{Ll}+(?:ian|ean|can)s$/u;

/** Whether a holder without a name still points at one that the text has told of: "the mayor", "it". */
export function isDefinite(holder: string, knowledge: Knowledge): boolean {
  const { definite, pronouns } = wordsOf(knowledge);
  const first = holder.toLowerCase().split(/\s/u, 1)[0]!;
  return definite.has(first) || pronouns.has(first);
}
