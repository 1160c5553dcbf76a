/** Deeds a clause tells, with who does them and to whom, read from word order. */
import type { TokenRange } from '$lib/text/document';
import type { Reading } from '../reading';
import {
  clausesOf,
  isNominal,
  opensPhrase,
  phraseEnd,
  phraseStart,
  REACH,
  type ClauseMap,
  type VerbGroup
} from '../voice/clauses';
import { subjectOf } from '../voice/subjects';
import { CLASS } from '../voice/word-classes';

/**
 * How a deed is told: "they blew up the bridge"; "the bridge was blown up"; "the bridge fell", which has
 * nobody do it; "the destruction of the bridge".
 */
export type Telling = 'active' | 'passive' | 'happening' | 'noun';

/** One deed of a clause. */
export interface DeedTold {
  /** The token of its verb or noun. */
  readonly head: number;
  readonly telling: Telling;
  readonly agents: readonly TokenRange[];
  readonly affected: readonly TokenRange[];
}

/** What word lists and gazetteers say of the words of a sentence, by token. */
export interface DeedSigns {
  /** Verbs that, without an object, say what befell their subject: "collapsed". */
  readonly happenings: ReadonlySet<number>;
  /** Nouns that put a deed: "annexation". */
  readonly nouns: ReadonlySet<number>;
  /** Adjectives of peoples: "the Norwegian annexation". */
  readonly peoples: ReadonlySet<number>;
}

const range = (firstToken: number, tokenEnd: number): TokenRange => ({ firstToken, tokenEnd });

/** How far a noun's owner stands before it, and how long it is, in tokens. */
const OWNER_REACH = 4;
const OWNER_LENGTH = 6;

/** Skips adverbs and "not" between a verb and its object. */
function pastAdverbs({ classes }: ClauseMap, at: number, end: number): number {
  let k = at;
  while (k < end && k < at + 3 && (classes[k] === CLASS.adverb || classes[k] === CLASS.not)) k++;
  return k;
}

/** The noun phrase that begins at a token, through a quotation mark inside it; null when none does. */
function phraseAt(map: ClauseMap, at: number, end: number): TokenRange | null {
  const { classes } = map;
  const quoted = at < end && classes[at] === CLASS.quote;
  const first = quoted ? at + 1 : at;
  if (first >= end || !opensPhrase(classes[first]!)) return null;
  let stop = phraseEnd(map, first, end);
  // "The "velvet" uprising": nothing but an article stands before the mark.
  if (classes[stop] === CLASS.quote && stop - first <= 2 && classes[stop - 1] !== CLASS.noun) {
    const inside = phraseEnd(map, stop + 1, end);
    if (inside > stop + 1) stop = inside < end && classes[inside] === CLASS.quote ? inside + 1 : inside;
  }
  return stop > first ? range(first, stop) : null;
}

/** The phrase after "by", unless a finite verb or the end of the clause comes first. */
function byWhom(map: ClauseMap, after: number, end: number): TokenRange | null {
  const limit = Math.min(end, after + REACH);
  for (let k = after; k < limit; k++) {
    if (map.classes[k] === CLASS.stop || map.classes[k] === CLASS.semicolon) return null;
    if (map.tokens[k]!.normal === 'by')
      return map.classes[k + 1] === CLASS.number ? null : phraseAt(map, k + 1, end);
    if (k > after && map.groups[map.groupAt[k]!]?.finite) return null;
  }
  return null;
}

/** "Norway's annexation", "the Norwegian annexation": who stands before the noun. */
function ownerBefore(
  map: ClauseMap,
  noun: number,
  from: number,
  peoples: ReadonlySet<number>
): TokenRange | null {
  const { tokens, classes } = map;
  for (let k = noun - 1; k >= Math.max(from, noun - OWNER_REACH); k--) {
    const genitive = /^['’]s?$/.test(tokens[k]!.normal);
    // "Its annexation"; "whose annexation" leaves the owner to the noun before it.
    const owns = classes[k] === CLASS.possessive && !genitive && tokens[k]!.normal !== 'whose';
    if (peoples.has(k) || owns) return range(k, k + 1);
    if (genitive) {
      let start = k;
      while (
        start > Math.max(from, k - OWNER_LENGTH) &&
        (isNominal(classes[start - 1]!) || classes[start - 1] === CLASS.determiner)
      )
        start--;
      return start < k ? range(start, k) : null;
    }
    if (classes[k] !== CLASS.adjective && classes[k] !== CLASS.noun && classes[k] !== CLASS.name) return null;
  }
  return null;
}

/**
 * Who does a verb that is no finite one, where the phrase straight before it tells: "an attempt by Norway to take",
 * "as a power seeking to". Empty when that phrase only says what is sought ("as part of a plan to"), null when the
 * subject of the sentence reaches it.
 */
function phraseBefore(map: ClauseMap, group: VerbGroup, from: number): readonly TokenRange[] | null {
  const start = phraseStart(map, group.start, from);
  if (start >= group.start) return null;
  let opener = '';
  let noun = start;
  for (let k = group.start - 1; k >= Math.max(from, start - 1) && opener === ''; k--) {
    const { normal } = map.tokens[k]!;
    const opens = map.classes[k] === CLASS.preposition || normal === 'as';
    if (opens && normal !== 'of') [opener, noun] = [normal, k + 1];
  }
  if (opener === 'by') return [range(noun, group.start)];
  if (opener === 'as') return group.infinitive ? [] : [range(noun, group.start)];
  return null;
}

/** "Accused Norway of taking": after a verb, the phrase before the preposition does the deed. */
function objectBefore(map: ClauseMap, group: VerbGroup, from: number): TokenRange | null {
  const preposition = group.start - 1;
  if (preposition <= from || map.classes[preposition] !== CLASS.preposition) return null;
  const start = phraseStart(map, preposition, from);
  if (start >= preposition || start <= from) return null;
  const governor = map.groups[map.groupAt[start - 1]!];
  return governor && governor.head === start - 1 && map.classes[governor.head] === CLASS.verb
    ? range(start, preposition)
    : null;
}

/** Reads the verbs of a sentence from left to right, each with the subject that reaches it. */
class SentenceDeeds {
  private subject: TokenRange | null = null;
  private from: number;
  /** Who does the verb read last, for one joined to it by "and". */
  private last: readonly TokenRange[] = [];

  constructor(
    private readonly map: ClauseMap,
    private readonly signs: DeedSigns,
    private readonly sentence: TokenRange
  ) {
    this.from = sentence.firstToken;
  }

  /** Who does an active verb. */
  private doersOf(group: VerbGroup): readonly TokenRange[] {
    const { map, sentence } = this;
    const subjects = this.subject ? [this.subject] : [];
    if (group.finite) return subjects;
    if (map.classes[group.start - 1] === CLASS.conjunction) return this.last;
    const other = group.infinitive ? null : objectBefore(map, group, sentence.firstToken);
    const leads = map.groups[map.groupAt[group.start - 1] ?? -1];
    if (leads && !leads.finite) return this.last;
    return other ? [other] : (phraseBefore(map, group, sentence.firstToken) ?? subjects);
  }

  /** The deed of a verb group; null for being, having and verbs that only lead to the next one. */
  verb(group: VerbGroup): DeedTold | null {
    const { map, sentence } = this;
    const { tokenEnd } = sentence;
    if (group.finite) {
      this.subject = subjectOf(map, group, this.from) ?? this.subject;
      this.from = group.end;
    }
    if (map.classes[group.head] !== CLASS.verb) return null;
    const { head } = group;
    const subjects = this.subject ? [this.subject] : [];
    if (group.passive) {
      const whom = byWhom(map, group.end, tokenEnd);
      // "The troops sent there": what a bare participle says is said of the noun before it.
      const start = group.finite ? group.start : phraseStart(map, group.start, sentence.firstToken);
      const said = group.finite ? subjects : start < group.start ? [range(start, group.start)] : [];
      return { head, telling: 'passive', agents: whom ? [whom] : [], affected: said };
    }
    const agents = (this.last = this.doersOf(group));
    if (map.groups[map.groupAt[group.end]!]?.infinitive) return null;
    const object = phraseAt(map, pastAdverbs(map, group.end, tokenEnd), tokenEnd);
    if (!object && this.signs.happenings.has(head))
      return { head, telling: 'happening', agents: [], affected: subjects };
    return { head, telling: 'active', agents, affected: object ? [object] : [] };
  }

  /** A deed put as a noun. */
  noun(head: number): DeedTold {
    const { map, sentence } = this;
    const owner = ownerBefore(map, head, sentence.firstToken, this.signs.peoples);
    const after = map.tokens[head + 1]?.normal;
    const leads = after === 'of' || after === 'on' || after === 'against';
    const done = leads ? phraseAt(map, head + 2, sentence.tokenEnd) : null;
    const whom = byWhom(map, done?.tokenEnd ?? head + 1, Math.min(sentence.tokenEnd, head + REACH));
    return {
      head,
      telling: 'noun',
      agents: [owner, whom].filter((item) => item !== null),
      affected: done ? [done] : []
    };
  }
}

/**
 * The deeds told inside a clause, in text order. Infinitives and participles have the subject of the finite verb
 * before them, as in "they conducted a campaign to overthrow him". Being and having are no deeds. Linear in the
 * sentence; there is no parser, so a role may be misread.
 */
export function deedsTold(
  reading: Reading,
  sentence: TokenRange,
  clause: TokenRange,
  signs: DeedSigns
): DeedTold[] {
  const map = clausesOf(reading.document);
  const deeds = new SentenceDeeds(map, signs, sentence);
  const found: DeedTold[] = [];
  for (let k = sentence.firstToken; k < Math.min(sentence.tokenEnd, clause.tokenEnd); k++) {
    const group = map.groups[map.groupAt[k]!];
    const told = group?.start === k ? deeds.verb(group) : null;
    if (told && told.head >= clause.firstToken) found.push(told);
    if (k >= clause.firstToken && signs.nouns.has(k) && !group?.finite) found.push(deeds.noun(k));
  }
  return found;
}
