import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token } from '$lib/text/document';
import { readDocument } from '$lib/text/read-document';
import type { RequestClaim } from '../audit-schema';
import { isYearKey, type Terms } from '../claims/terms';
import { wordKeys } from '../claims/word-keys';
import { readText } from '../read';
import type { Reading } from '../reading';
import { contestedWords } from './contested-words';
import { findRoot, secondVerb, subjectsOf } from './claim-root';
import { readLikeness, type Likeness } from './likeness';
import { momentsIn, type Side } from './moments';
import { isNegated } from './negation';
import { readContestedTerms } from './phrasal';

/** One thing a claim speaks of. */
export interface ClaimTerm {
  readonly key: string;
  readonly concept: string;
  readonly kind: 'actor' | 'number' | 'word';
  /** How much it says about which claim this is, before a text's own frequencies. */
  readonly weight: number;
  /** What the claim is about to say of its subject: the main verb, or what somebody is said to be. */
  readonly root: boolean;
  /** A mention found without cues must have it: the root, unless it is a verb as common as "use". */
  readonly required: boolean;
  /** So common a word that meeting it says little. */
  readonly light: boolean;
  /** True when the claim itself denies this term: "promised that it would not expand". */
  readonly negated: boolean;
  /** Stands after the root. */
  readonly after: boolean;
  /** For a number: key of the word after it; '' when there is none. */
  readonly unit: string;
  /** A number that names a thing as its name would: "flight 418". */
  readonly label: boolean;
  /** "Contain and weaken": a second verb that shares the root's object; either one makes the claim. */
  readonly second: boolean;
  /** Only says when: "after the Cold War". */
  readonly frame: boolean;
  /** For the root: the opposites that would deny the claim. */
  readonly opposites: readonly string[];
}

/** One cue as written by a person: the keys or forms it needs, in order. */
export type Cue = readonly { readonly key: string; readonly form: string }[];

/** A claim, read once, ready to be looked for in any number of texts. */
export interface ClaimForm {
  /** The statement as a text of its own. */
  readonly reading: Reading;
  readonly terms: readonly ClaimTerm[];
  /** "X is Y": the root must be said of somebody, not stand with another noun. */
  readonly copular: boolean;
  /** "There was a leak at the works": that there was one is all it says. */
  readonly existential: boolean;
  /** Of whom or what a copular claim says it, as keys of actors or nouns; empty when that cannot be told. */
  readonly subjects: ReadonlySet<string>;
  /** Keys that the noun after a copular root may have: "defensive" in "a defensive alliance". */
  readonly heads: ReadonlySet<string>;
  /** Years the claim names, as keys. */
  readonly years: ReadonlySet<string>;
  /** The moments it sets a time by: "after the deadline". */
  readonly moments: ReadonlyMap<string, Side>;
  /** First and last year of what the claim speaks of, where its entry says so. */
  readonly span: readonly [number, number] | null;
  /** The root is a verb, so a noun of its family puts the deed itself: "annexation" for "annexed". */
  readonly deverbal: boolean;
  /** Actors before and after the main verb of an active claim. */
  readonly agents: ReadonlySet<string>;
  /**
   * Of a claim whose main word is a noun ("caused the collapse", "conducted the vote"): names of whoever did it, whole
   * or word by word. The noun alone, of nobody's doing, does not make it.
   */
  readonly doers: ReadonlySet<string>;
  readonly patients: ReadonlySet<string>;
  readonly cues: readonly (readonly Cue[])[];
  readonly denials: readonly (readonly Cue[])[];
  /** Per cue group: the terms any of its cues stands for: one, or all that one of its phrases names; none when unclear. */
  readonly cueTerms: readonly (readonly number[])[];
  /** Other names for what the claim speaks of, and per group the terms they stand for. */
  readonly aliases: readonly (readonly Cue[])[];
  readonly aliasTerms: readonly (readonly number[])[];
  /** Words of a text that are used like the claim's. */
  readonly likeness: Likeness;
  /** Per cue group: whether one of its cues is the claim's main word. */
  readonly cueIsRoot: readonly boolean[];
}

const WEIGHT = { actor: 0.5, number: 0.6, year: 0.7, light: 0.4, word: 1, root: 1.4, lightRoot: 0.7 };

/** Cues remembered before the memory starts afresh. */
const MEMORY = 5_000;
const memories = new WeakMap<Knowledge, Map<string, Cue>>();

function readCue(cue: string, knowledge: Knowledge): Cue {
  let memory = memories.get(knowledge);
  if (!memory || memory.size >= MEMORY) memories.set(knowledge, (memory = new Map()));
  let read = memory.get(cue);
  if (!read) {
    const words = wordKeys(knowledge);
    read = readDocument(cue, knowledge)
      .tokens.filter(({ word }) => word)
      .map((token) => ({ key: words.keyOf(token), form: token.normal }));
    memory.set(cue, read);
  }
  return read;
}

function readCues(groups: RequestClaim['cues'], knowledge: Knowledge): Cue[][] {
  return (groups ?? [])
    .map((group) => group.map((cue) => readCue(cue, knowledge)).filter((cue) => cue.length > 0))
    .filter((group) => group.length > 0);
}

/** Names before the first verb, by their keys. */
function namedBeforeVerb(tokens: readonly Token[], terms: Terms): ReadonlySet<string> {
  const verb = tokens.findIndex(({ pos }) => pos === 'VERB' || pos === 'AUX');
  const named = tokens.slice(0, Math.max(0, verb)).flatMap((token, i) => {
    const key = terms.keys[i]!;
    return key !== '' && (key[0] === '@' || token.pos === 'PROPN') ? [key] : [];
  });
  return new Set(named);
}

/** Reads a claim for `findMentions`. */
export function readClaim(claim: RequestClaim, knowledge: Knowledge): ClaimForm {
  const reading = readText(claim.statement, knowledge);
  const { tokens } = reading.document;
  const terms = readContestedTerms(reading, knowledge);
  const { words } = terms;
  const { root, copular, nominal = false } = findRoot(tokens, terms, contestedWords(knowledge, 'catenative'));
  const found: ClaimTerm[] = [];
  const lemmas: string[] = [];
  const seen = new Set<string>();
  const heads = new Set<string>();
  const second = secondVerb(tokens, terms, root);
  const frames = contestedWords(knowledge, 'time-frame');
  let frame = false;
  tokens.forEach((token, i) => {
    const key = terms.keys[i]!;
    if (i > root && frames.has(token.normal) && token.pos !== 'VERB') frame = true;
    else if (
      token.pos === 'VERB' ||
      token.pos === 'AUX' ||
      (frame && token.pos === 'ADP' && token.normal !== 'of')
    )
      frame = false;
    if (copular && i > root && token.pos === 'NOUN' && key !== '') {
      heads.add(key);
      if (words.conceptOf(key) !== '') heads.add(words.conceptOf(key));
    }
    if (key === '' || (seen.has(key) && i !== root)) return;
    seen.add(key);
    const kind = key[0] === '@' ? 'actor' : key[0] === '#' ? 'number' : 'word';
    // "Good relations": of a noun that says little, its adjective says what is meant.
    const telling = i === root - 1 && token.pos === 'ADJ' && words.isLight(terms.keys[root]!);
    const light = kind === 'word' && (frame || (words.isLight(key) && !telling));
    lemmas.push(token.lemma);
    found.push({
      key,
      concept: kind === 'word' ? words.conceptOf(key) : '',
      kind,
      weight:
        i === root
          ? WEIGHT[light ? 'lightRoot' : 'root']
          : kind === 'number'
            ? WEIGHT[isYearKey(key) ? 'year' : 'number']
            : kind === 'actor'
              ? WEIGHT.actor
              : WEIGHT[light ? 'light' : 'word'],
      root: i === root,
      light,
      required: i === root && (!light || nominal || token.pos === 'NOUN'),
      negated: isNegated(knowledge, tokens, i, 0),
      after: i > root,
      second: i === second,
      label: kind === 'number' && !isYearKey(key) && isLabel(tokens, i),
      unit: kind === 'number' ? (terms.keys[i + 1] ?? '') : '',
      frame: kind === 'word' && frame,
      opposites: i === root ? words.polesOf(key).map(opposite) : []
    });
  });
  // "The pact was signed by Chile": who does it stands after "by"; without "by", nobody is said to.
  const undergone =
    root > 0 &&
    tokens.slice(Math.max(0, root - 3), root).some(({ lemma, pos }) => lemma === 'be' && pos === 'AUX');
  const passive = undergone && tokens.slice(root, root + 4).some(({ normal }) => normal === 'by');
  const side = (after: boolean): ReadonlySet<string> =>
    new Set(found.filter((term) => term.kind === 'actor' && term.after === after).map(({ key }) => key));
  const event = !copular && root >= 0 && tokens[root]!.pos === 'VERB';
  const cues = readCues(claim.cues, knowledge);
  const stood = cues.map((group) => termsOfGroup(group, found, terms));
  const aliases = readCues(claim.aliases, knowledge);
  return {
    reading,
    terms: found,
    copular,
    existential: nominal && tokens[0]!.normal === 'there',
    subjects: copular ? subjectsOf(tokens, terms, root) : new Set(),
    heads,
    years: new Set(found.filter(({ key }) => isYearKey(key)).map(({ key }) => key)),
    moments: momentsIn(tokens, terms, { firstToken: 0, tokenEnd: tokens.length }, knowledge),
    span: claim.years ?? null,
    deverbal: event,
    likeness: readLikeness(
      found.map((term, i) => (term.kind === 'word' ? lemmas[i]! : null)),
      knowledge
    ),
    aliases,
    aliasTerms: aliases.map((group) => [...termsOfGroup(group, found, terms)]),
    agents: event && (passive || !undergone) ? side(passive) : new Set(),
    // "Caused the collapse": that it collapsed is told by many who say nothing of a cause.
    doers: copular || undergone || nominal || event ? new Set() : namedBeforeVerb(tokens, terms),
    patients: event ? side(!passive) : new Set(),
    cues,
    denials: readCues(claim.denials, knowledge),
    cueTerms: stood.map((set, i) => (set.size === 1 ? [...set] : termsOfPhrase(cues[i]!, found, terms))),
    cueIsRoot: stood.map((set) => [...set].some((term) => found[term]!.root))
  };
}

/** "Flight 418", "Route 66": digits behind a noun in the singular, with no noun of their own to count. */
function isLabel(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1]?.pos;
  const named = before?.pos === 'PROPN' || (before?.pos === 'NOUN' && before.normal === before.lemma);
  return named && /^\d+$/.test(tokens[at]!.normal) && after !== 'NOUN' && after !== 'ADJ' && after !== 'SYM';
}

/** The other pole: `law-a` for `law-b`. */
function opposite(pole: string): string {
  return pole.endsWith('-a') ? `${pole.slice(0, -1)}b` : `${pole.slice(0, -1)}a`;
}

/** The terms that one phrase of a group names together: "sphere of influence". */
function termsOfPhrase(group: readonly Cue[], found: readonly ClaimTerm[], terms: Terms): readonly number[] {
  for (const cue of group) {
    if (cue.length < 2) continue;
    const named = termsOfGroup([cue], found, terms);
    if (named.size > 1) return [...named];
  }
  return [];
}

/** The terms of the claim that a cue group names. */
function termsOfGroup(
  group: readonly Cue[],
  found: readonly ClaimTerm[],
  { words }: Terms
): ReadonlySet<number> {
  const stood = new Set<number>();
  for (const cue of group) {
    for (const { key } of cue) {
      if (key === '') continue;
      const concept = words.conceptOf(key);
      const name = `@${cue.map(({ form }) => form).join('-')}`;
      found.forEach((term, i) => {
        if (term.key === key || term.key === name || (concept !== '' && term.concept === concept))
          stood.add(i);
      });
    }
  }
  return stood;
}
