/** Who does what to whom in one statement, read from word order. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import { readActorNames } from '../compare/actor-names';
import { deedsTold, type DeedTold } from '../contested/deeds-told';
import type { Reading, Statement } from '../reading';
import {
  clausesOf,
  isAuxiliary,
  isNominal,
  opensPhrase,
  phraseEnd,
  REACH,
  verbGroupAt,
  type ClauseMap,
  type VerbGroup
} from '../voice/clauses';
import { subjectOf } from '../voice/subjects';
import { CLASS } from '../voice/word-classes';
import { nominalStatements } from './statement-nominal';

/** Token ranges of the parts that the verb, or the noun of a deed, governs. */
export interface Roles {
  /** The verb group or the noun of the deed; null when nothing is said that word order gives away. */
  readonly head: VerbGroup | null;
  readonly who: TokenRange | null;
  readonly did: TokenRange | null;
  readonly whom: TokenRange | null;
}

const NO_ROLES: Roles = { head: null, who: null, did: null, whom: null };

const RELATIVE = new Set(['who', 'which', 'that']);
/** Words that fill the place of a subject without naming one: "it is likely that", "there are". */
const EXPLETIVE = new Set(['it', 'there', 'this', 'that', 'what', 'which', 'who']);

const range = (firstToken: number, tokenEnd: number): TokenRange => ({ firstToken, tokenEnd });

/** Whether a finite group is the verb of a relative clause: "the bridge that fell". */
function isRelative(map: ClauseMap, group: VerbGroup, from: number): boolean {
  let k = group.start - 1;
  while (k >= from && map.classes[k] === CLASS.adverb) k--;
  return k > from && RELATIVE.has(map.tokens[k]!.normal);
}

/** The verb that a statement is about: its first finite one outside relative clauses, else its first one. */
function mainVerb(map: ClauseMap, statement: TokenRange): VerbGroup | null {
  let first: VerbGroup | null = null;
  let relative: VerbGroup | null = null;
  for (let k = statement.firstToken; k < statement.tokenEnd; k++) {
    const group = verbGroupAt(map, k);
    if (group?.start !== k) continue;
    if (group.finite) {
      if (!isRelative(map, group, statement.firstToken))
        return relative && k - relative.end > REACH ? relative : group;
      relative ??= group;
    }
    first ??= group;
  }
  return relative ?? first;
}

/**
 * A phrase up to its first preposition, and without a mark or a conjunction at its end.
 *
 * @param withOf whether "of" and what follows it belongs to the phrase
 */
export function coreOf({ classes, tokens }: ClauseMap, phrase: TokenRange, withOf = true): TokenRange {
  let end = phrase.firstToken + 1;
  while (
    end < phrase.tokenEnd &&
    (classes[end] !== CLASS.preposition || (withOf && tokens[end]!.normal === 'of'))
  )
    end++;
  while (end > phrase.firstToken + 1 && (classes[end - 1] === CLASS.conjunction || !tokens[end - 1]!.word))
    end--;
  return range(phrase.firstToken, end);
}

/** What a form of "be" says of its subject: "is a member of the league", "was open". */
function complementEnd(map: ClauseMap, group: VerbGroup, end: number): number {
  let at = group.end;
  while (
    at < end &&
    at < group.end + 4 &&
    (map.classes[at] === CLASS.adverb || map.classes[at] === CLASS.not)
  )
    at++;
  if (at >= end) return group.end;
  if (opensPhrase(map.classes[at]!)) {
    const stop = phraseEnd(map, at, end);
    if (stop > at) return coreOf(map, range(at, stop)).tokenEnd;
    let adjectives = at;
    while (adjectives < end && map.classes[adjectives] === CLASS.adjective) adjectives++;
    return adjectives > at ? adjectives : group.end;
  }
  return group.end;
}

function only(list: readonly TokenRange[]): TokenRange | null {
  return list[0] ?? null;
}

/** The noun of a deed told as a noun phrase: the last of its first run of nouns that nobody owns. */
function deedNoun({ classes }: ClauseMap, { firstToken, tokenEnd }: TokenRange): number {
  for (let k = firstToken; k < tokenEnd; k++) {
    if (classes[k] !== CLASS.noun) continue;
    const next = k + 1 < tokenEnd ? classes[k + 1]! : CLASS.stop;
    if (!isNominal(next) && next !== CLASS.possessive && next !== CLASS.hyphen) return k;
  }
  return -1;
}

/** Reads the roles of the statements of one document; deeds are read once for a sentence. */
export class RoleReader {
  readonly map: ClauseMap;
  private readonly happenings: ReadonlySet<number>;
  private readonly peoples: ReadonlySet<number>;
  private sentence = -1;
  private told: ReadonlyMap<number, DeedTold> = new Map();

  constructor(
    private readonly reading: Reading,
    private readonly knowledge: Knowledge
  ) {
    this.map = clausesOf(reading.document);
    const hits = knowledge.lexicons['happenings'] ? reading.hits('happenings') : [];
    this.happenings = new Set(hits.map(({ firstToken }) => firstToken));
    const { names } = readActorNames(reading, knowledge);
    this.peoples = new Set(names.flatMap(({ kind, tokenEnd }) => (kind === 'people' ? [tokenEnd - 1] : [])));
  }

  private deedAt(sentence: number, head: number): DeedTold | undefined {
    if (this.sentence !== sentence) {
      this.sentence = sentence;
      const whole = this.reading.document.sentences[sentence]!;
      const signs = { happenings: this.happenings, nouns: new Set<number>(), peoples: this.peoples };
      this.told = new Map(
        deedsTold(this.reading, whole, whole, signs).map((deed): [number, DeedTold] => [deed.head, deed])
      );
    }
    return this.told.get(head);
  }

  /** The roles of one statement. Statements must come in text order, so that a sentence is read once. */
  rolesOf(statement: Statement): Roles {
    const group = mainVerb(this.map, statement);
    return group ? this.ofVerb(statement, group) : this.ofNoun(statement);
  }

  private ofVerb(statement: Statement, group: VerbGroup): Roles {
    const { map } = this;
    const { tokenEnd } = statement;
    const sentence = this.reading.document.sentences[statement.sentence]!;
    if (isAuxiliary(map.classes[group.head]!)) {
      const from = previousEnd(map, group, sentence.firstToken);
      const end = map.tokens[group.head]!.lemma === 'be' ? complementEnd(map, group, tokenEnd) : group.end;
      const who = group.finite ? subjectOf(map, group, from) : null;
      const whom = map.tokens[group.head]!.lemma === 'have' ? this.objectAfter(group, tokenEnd) : null;
      return { head: group, who: this.named(who), did: range(group.start, end), whom };
    }
    const deed = this.deedAt(statement.sentence, group.head);
    const leads = verbGroupAt(map, group.end);
    // "Refused to open": the verb that is led to is part of what was done, and its object is the one meant.
    const chained = leads?.infinitive && leads.start === group.end && leads.end <= tokenEnd ? leads : null;
    const did = range(group.start, chained ? chained.end : group.end);
    if (!deed) {
      const who = group.finite
        ? subjectOf(map, group, previousEnd(map, group, sentence.firstToken))
        : only(this.deedAt(statement.sentence, chained?.head ?? -1)?.agents ?? []);
      return {
        head: group,
        who: this.named(who),
        did,
        whom: chained ? this.objectAfter(chained, tokenEnd) : null
      };
    }
    const affected = only(deed.affected);
    return {
      head: group,
      who: this.named(only(deed.agents)),
      did,
      whom: affected && (deed.telling === 'passive' ? this.named(affected) : coreOf(map, affected))
    };
  }

  private ofNoun(statement: Statement): Roles {
    const { map } = this;
    const [phrase] = nominalStatements(map, this.knowledge, statement);
    if (!phrase || phrase.firstToken !== statement.firstToken || phrase.tokenEnd !== statement.tokenEnd)
      return NO_ROLES;
    const noun = deedNoun(map, statement);
    if (noun < 0) return NO_ROLES;
    const sentence = this.reading.document.sentences[statement.sentence]!;
    const signs = { happenings: this.happenings, nouns: new Set([noun]), peoples: this.peoples };
    const clause = range(noun, Math.min(statement.tokenEnd, noun + REACH));
    // Read from the phrase on, so that a long sentence is not read again for every noun of it.
    const part = range(statement.firstToken, Math.min(sentence.tokenEnd, clause.tokenEnd + REACH));
    const deed = deedsTold(this.reading, part, clause, signs).find(({ head }) => head === noun);
    const affected = only(deed?.affected ?? []);
    return {
      head: null,
      who: only(deed?.agents ?? []),
      did: range(noun, noun + 1),
      whom: affected && coreOf(map, affected)
    };
  }

  private objectAfter(group: VerbGroup, end: number): TokenRange | null {
    const { map } = this;
    let at = group.end;
    while (at < end && at < group.end + 3 && map.classes[at] === CLASS.adverb) at++;
    if (at >= end || !opensPhrase(map.classes[at]!)) return null;
    const stop = phraseEnd(map, at, end);
    return stop > at ? coreOf(map, range(at, stop)) : null;
  }

  /** A subject that names somebody or something; null for "it is likely that". */
  private named(phrase: TokenRange | null): TokenRange | null {
    if (!phrase) return null;
    const alone = phrase.tokenEnd - phrase.firstToken === 1;
    return alone && EXPLETIVE.has(this.map.tokens[phrase.firstToken]!.normal) ? null : phrase;
  }
}

/** Where the finite verb before a group ends: a subject does not reach back over it. */
function previousEnd(map: ClauseMap, group: VerbGroup, from: number): number {
  const limit = Math.max(from, group.start - REACH);
  for (let k = group.start - 1; k >= limit; k--) {
    const other = verbGroupAt(map, k);
    if (other?.finite) return other.end;
  }
  return from;
}
