/** Who each source has do a contested deed, whom it has suffer it, and who goes without a name. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf, type Span, type TokenRange } from '$lib/text/document';
import type { CreditCell, CreditParty, Mention, RequestClaim } from '../audit-schema';
import { readActorNames } from '../compare/actor-names';
import { lowerBound } from '../lower-bound';
import { readText } from '../read';
import type { Reading } from '../reading';
import { hitsIn } from './align';
import type { Field } from './field';
import type { ClaimForm } from './claim-form';
import { namesNobody, partiesOf } from './credit-parties';
import { deedsTold, type DeedSigns, type DeedTold } from './deeds-told';
import { segmentAt } from './sentence-clauses';

/** An actor that a claim credits with its deed. */
export interface Credited {
  readonly name: string;
  /** Ids it is known by; none when the gazetteers do not know the name. */
  readonly actors: ReadonlySet<string>;
}

function signsOf(
  reading: Reading,
  knowledge: Knowledge,
  range: TokenRange,
  nouns: Iterable<number>
): DeedSigns {
  const hits = (list: string): number[] =>
    knowledge.lexicons[list] ? reading.hitsIn(list, range).map(({ firstToken }) => firstToken) : [];
  const peoples = readActorNames(reading, knowledge).names.filter(({ kind }) => kind === 'people');
  return {
    happenings: new Set(hits('happenings')),
    nouns: new Set([...nouns, ...hits('deeds')]),
    peoples: new Set(peoples.map(({ tokenEnd }) => tokenEnd - 1))
  };
}

/**
 * Whom a claim has do its deed: those its entry names, else those its statement does. Null when it tells no
 * deed, but what somebody is.
 */
export function readCredited(claim: RequestClaim, form: ClaimForm, knowledge: Knowledge): Credited[] | null {
  const known = (name: string): Credited => {
    const { names } = readActorNames(readText(name, knowledge), knowledge);
    return { name, actors: new Set(names.map(({ actor }) => actor)) };
  };
  if (claim.credits && claim.credits.length > 0) return claim.credits.map(known);
  if (form.copular) return null;
  const { reading } = form;
  const sentence = reading.document.sentences[0];
  if (!sentence) return null;
  const [deed] = deedsTold(reading, sentence, sentence, signsOf(reading, knowledge, sentence, []));
  return (deed?.agents ?? [])
    .flatMap((phrase) => partiesOf(reading, knowledge, phrase))
    .filter(({ own }) => own !== null)
    .map(({ name }) => known(name));
}

const inside = ({ firstToken, tokenEnd }: TokenRange, token: number): boolean =>
  token >= firstToken && token < tokenEnd;

/** The deeds of a clause that are the claim's own: those it names, else those done to what it names, else all. */
function ownDeeds(deeds: readonly DeedTold[], met: ReadonlySet<number>): readonly DeedTold[] {
  const doneTo = (token: number): DeedTold | undefined =>
    deeds.find(({ head, affected }) => head !== token && affected.some((phrase) => inside(phrase, token)));
  const named = deeds
    .filter(({ head }) => met.has(head))
    // "Gave a promise", "launched attacks on": who does the verb does the noun.
    .map((deed) =>
      deed.telling === 'noun' && deed.agents.length === 0 ? (doneTo(deed.head) ?? deed) : deed
    );
  if (named.length > 0) return [...new Set(named)];
  const done = [...met].map(doneTo).filter((deed) => deed !== undefined);
  return done.length > 0 ? [...new Set(done)] : deeds;
}

function tokensOf({ document: { tokens } }: Reading, { start, end }: Span): TokenRange {
  return {
    firstToken: lowerBound(tokens, start + 1, (token) => token.end),
    tokenEnd: lowerBound(tokens, end, (token) => token.start)
  };
}

/**
 * One source's part of the ledger of a claim.
 *
 * A party is an agent or affected where the words of a mention have it do the deed or suffer it; `unnamed` are the
 * deeds told without a doer; `absent` the actors the claim credits whom no mention names in either role, and nobody
 * when a pronoun may stand for them. Mentions that deny the claim credit nobody. Roles are read from word order.
 */
export function readCredit(
  field: Field,
  credited: readonly Credited[],
  document: string,
  mentions: readonly Mention[],
  knowledge: Knowledge
): CreditCell {
  const { form, reading } = field;
  const cell: CreditCell = { document, agents: [], affected: [], unnamed: [], absent: [] };
  const affirming = mentions.filter(({ polarity }) => polarity === 'affirm');
  if (affirming.length === 0) return cell;
  const { tokens, sentences } = reading.document;
  const seen = new Set<string>();
  const isNew = (key: string): boolean => !seen.has(key) && seen.add(key) !== undefined;
  let pronoun = false;
  for (const { start, end, voice, holder } of affirming) {
    const clause = tokensOf(reading, { start, end });
    const sentence = sentences[segmentAt(reading, clause.firstToken)?.sentence ?? -1];
    if (!sentence) continue;
    const hits = hitsIn(field, clause).filter(
      ({ term }) => form.terms[term]!.root || form.terms[term]!.second
    );
    const met = new Set(hits.map(({ token }) => token));
    const nouns = [...met].filter((token) => tokens[token]!.pos === 'NOUN');
    const signs = signsOf(reading, knowledge, sentence, nouns);
    const listed = new Set(reading.hitsIn('deeds', clause).map(({ firstToken }) => firstToken));
    for (const { head, telling, agents, affected } of ownDeeds(
      deedsTold(reading, sentence, clause, signs),
      met
    )) {
      const add = (list: CreditParty[], phrases: readonly TokenRange[]): void => {
        for (const phrase of phrases) {
          pronoun ||= list === cell.agents && namesNobody(reading, knowledge, phrase);
          for (const { name, actors, start, end, quote } of partiesOf(reading, knowledge, phrase))
            if (isNew(`${list === cell.agents ? 'agent' : 'affected'} ${start}`))
              list.push({ name, actors, start, end, quote, deed: tokens[head]!.text, voice, holder });
        }
      };
      add(cell.agents, agents);
      add(cell.affected, affected);
      // A noun that is no deed in itself ("policy", "rebels") leaves nobody out.
      const told = telling === 'noun' ? form.deverbal || listed.has(head) : true;
      if (agents.length > 0 || telling === 'active' || !told || !isNew(`unnamed ${head}`)) continue;
      const { start, end } = tokens[head]!;
      const quote = quoteOf(reading.document, { start, end });
      cell.unnamed.push({ telling, start, end, quote, voice, holder });
    }
  }
  const named = [...cell.agents, ...cell.affected];
  const isNamed = ({ actors, name }: Credited): boolean =>
    named.some(
      (party) =>
        party.actors.some((actor) => actors.has(actor)) || party.name.toLowerCase() === name.toLowerCase()
    );
  const absent = pronoun ? [] : credited.filter((item) => !isNamed(item)).map(({ name }) => name);
  return { ...cell, absent };
}
