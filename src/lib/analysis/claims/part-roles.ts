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
  REACH,
  type ClauseMap,
  type VerbGroup
} from '../voice/clauses';
import { subjectOf } from '../voice/subjects';
import { FORM } from '../voice/verb-forms';
import { CLASS } from '../voice/word-classes';
import { NO_ROLES, ofAuxiliary, type Roles } from './part-auxiliary';
import { chainOf, named, objectAfter } from './part-objects';
import { coreOf, phraseAfter } from './part-phrases';
import { previousEnd, wholeSubject } from './part-subjects';
import { isAmbiguous, mainVerb, wordBefore } from './part-verb';
import { nominalStatements } from './statement-nominal';

const range = (firstToken: number, tokenEnd: number): TokenRange => ({ firstToken, tokenEnd });

/** Words that may stand before the participle or infinitive that a clause opens with. */
const LEAD = 3;

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

/** Whether a noun phrase begins in front of another one. */
function opensBefore({ classes }: ClauseMap, from: number, at: number): boolean {
  for (let k = from; k < at; k++) if (opensPhrase(classes[k]!)) return true;
  return false;
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
    const from = previousEnd(map, group, sentence.firstToken);
    if (!group.finite) return this.ofLooseVerb(statement, group);
    if (isAuxiliary(map.classes[group.head]!)) return ofAuxiliary(this.map, statement, group, from);
    const { did, last } = chainOf(this.map, group, tokenEnd);
    const deed = this.deedAt(statement.sentence, group.head);
    const subject = this.subjectFor(statement, group, from, deed);
    if (group.passive) {
      const by = deed ? only(deed.agents) : null;
      return {
        head: group,
        who: by && coreOf(map, by),
        did,
        whom: named(this.map, subject, group, tokenEnd)
      };
    }
    const who = named(this.map, subject, group, tokenEnd);
    const object = objectAfter(this.map, last, tokenEnd);
    // "Said the mayor": a clause that opens with its verb has its subject behind it.
    const inverted =
      !who && last === group && group.start === statement.firstToken && group.form !== FORM.base;
    return inverted ? { head: group, who: object, did, whom: null } : { head: group, who, did, whom: object };
  }

  /** Who stands before a finite verb, or before the one that it goes on from: "they came and opened". */
  private subjectFor(
    statement: Statement,
    group: VerbGroup,
    from: number,
    deed: DeedTold | undefined
  ): TokenRange | null {
    const { map } = this;
    const own = subjectOf(map, group, from);
    if (own) return wholeSubject(map, own, from);
    const carried = only((deed?.telling === 'active' ? deed.agents : deed?.affected) ?? []);
    if (!carried) return null;
    const before = map.classes[wordBefore(map, group, 0)];
    return before === CLASS.conjunction || carried.firstToken >= statement.firstToken ? carried : null;
  }

  /** A participle or an infinitive that a statement opens with, or that follows the phrase it opens with. */
  private ofLooseVerb(statement: Statement, group: VerbGroup): Roles {
    const { map } = this;
    const { firstToken, tokenEnd } = statement;
    // "The only place": a noun that was read as a verb.
    if (!group.infinitive && group.form === FORM.base) return NO_ROLES;
    // "Perceived threats".
    const next = map.classes[group.end];
    if (
      group.form !== FORM.ing &&
      isAmbiguous(map, group) &&
      (next === CLASS.noun || next === CLASS.adjective)
    )
      return NO_ROLES;
    const { did, last } = chainOf(this.map, group, tokenEnd);
    const whom = group.passive ? null : objectAfter(this.map, last, tokenEnd);
    let lead = firstToken;
    while (lead < group.start && !opensPhrase(map.classes[lead]!)) lead++;
    if (lead === group.start && lead - firstToken <= LEAD) {
      const deed = this.deedAt(statement.sentence, last.head);
      const who = only(deed?.telling === 'active' ? deed.agents : []);
      return { head: group, who: group.passive ? null : named(this.map, who, group, tokenEnd), did, whom };
    }
    const opening = range(lead, phraseAfter(map, lead, group.start));
    if (!group.infinitive || opening.tokenEnd !== group.start || lead - firstToken > LEAD) return NO_ROLES;
    return { head: group, who: group.passive ? null : opening, did, whom: group.passive ? opening : whom };
  }

  private ofNoun(statement: Statement): Roles {
    const { map } = this;
    const [phrase] = nominalStatements(map, this.knowledge, statement);
    if (!phrase || opensBefore(map, statement.firstToken, phrase.firstToken)) return NO_ROLES;
    const noun = deedNoun(map, phrase);
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
}

const remembered = new WeakMap<
  Reading,
  { readonly knowledge: Knowledge; readonly roles: readonly Roles[] }
>();

/** The roles of all statements of a text, in their order; read once. */
export function readRoles(reading: Reading, knowledge: Knowledge): readonly Roles[] {
  const known = remembered.get(reading);
  if (known?.knowledge === knowledge) return known.roles;
  const reader = new RoleReader(reading, knowledge);
  const roles = reading.statements.map((statement) => reader.rolesOf(statement));
  remembered.set(reading, { knowledge, roles });
  return roles;
}
