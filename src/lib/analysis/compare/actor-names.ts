import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, Token } from '$lib/text/document';
import type { Match } from '$lib/text/match-patterns';
import type { Reading } from '../reading';
import type { ActorFacts, ActorName, ActorNames, NameKind } from './actor-name';
import { readPersons } from './actor-persons';

const LISTS: readonly (readonly [list: string, kind: NameKind])[] = [
  ['organisations', 'name'],
  ['countries', 'name'],
  ['countries-demonyms', 'people'],
  ['capitals', 'seat']
];

/** Determiners that let a common noun point back to an organisation. */
const POINTERS = new Set(['the', 'this', 'that', 'their', 'its', 'our', 'whose']);

/** A name begins with a capital; one of up to four letters that is written in capitals as a rule needs them all. */
function looksLikeName(tokens: readonly Token[], match: Match): boolean {
  const first = tokens[match.firstToken]!.text;
  const initial = first[0]!;
  if (initial === initial.toLowerCase() && initial !== initial.toUpperCase()) {
    // "al-Qaeda": lower case before a capital.
    return /\p{Lu}/u.test(first) || match.tokenEnd - match.firstToken > 1 ? /^al\b/.test(first) : false;
  }
  // "Who fired first?" asks, and is no World Health Organization.
  const { pos } = tokens[match.firstToken]!;
  const short =
    match.tokenEnd - match.firstToken === 1 && (first.length === 2 || pos === 'PRON' || pos === 'DET');
  return !short || first === first.toUpperCase();
}

function actorOf(match: Match): string {
  return match.entry.id.slice(match.entry.id.indexOf('/') + 1);
}

/** Most tokens between a place in capitals and the dash behind its date. */
const DATELINE = 8;

/** Sentences that open with where they were written: "LONDON (Press) - ", "PARIS, May 3 - ". */
function datelinesOf({ sentences, tokens }: Document): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { firstToken, tokenEnd } of sentences) {
    if (!/^\p{Lu}{3,}$/u.test(tokens[firstToken]!.text)) continue;
    for (let i = firstToken + 1; i < Math.min(tokenEnd, firstToken + DATELINE); i++) {
      const { text, pos } = tokens[i]!;
      if (/^(?:--?|–|—)$/u.test(text)) found.add(firstToken);
      if (pos !== 'PROPN' && pos !== 'NUM' && !/^[\d(),./]+$/u.test(text)) break;
    }
  }
  return found;
}

function listed(reading: Reading, knowledge: Knowledge, facts: Map<string, ActorFacts>): ActorName[] {
  const { tokens } = reading.document;
  const found: ActorName[] = [];
  const datelines = datelinesOf(reading.document);
  for (const [list, kind] of LISTS) {
    if (!knowledge.lexicons[list]) continue;
    for (const match of reading.hits(list)) {
      if (!looksLikeName(tokens, match) || (kind !== 'people' && datelines.has(match.firstToken))) continue;
      const actor = actorOf(match);
      found.push({ actor, kind, firstToken: match.firstToken, tokenEnd: match.tokenEnd });
      if (kind === 'name') {
        facts.set(actor, {
          name: match.entry.note,
          kind: list === 'organisations' ? 'organisation' : 'place'
        });
      }
    }
  }
  return found;
}

/** Leftmost first, then longest; what overlaps an earlier one is dropped. */
function withoutOverlaps(names: ActorName[]): ActorName[] {
  names.sort((a, b) => a.firstToken - b.firstToken || b.tokenEnd - a.tokenEnd);
  const kept: ActorName[] = [];
  let end = 0;
  for (const name of names) {
    if (name.firstToken < end) continue;
    kept.push(name);
    end = name.tokenEnd;
  }
  return kept;
}

/** "The alliance", "the bloc": bound to the organisation of that kind which the text has named most so far. */
function aliases(reading: Reading, knowledge: Knowledge, names: readonly ActorName[]): ActorName[] {
  if (!knowledge.lexicons['organisations-aliases'] || !knowledge.lexicons['organisations']) return [];
  const { tokens } = reading.document;
  const kindOf = new Map<string, string>();
  for (const match of reading.hits('organisations')) kindOf.set(actorOf(match), match.entry.category);
  if (kindOf.size === 0) return [];
  const counts = new Map<string, number>();
  const found: ActorName[] = [];
  let next = 0;
  for (const match of reading.hits('organisations-aliases')) {
    for (; next < names.length && names[next]!.firstToken < match.firstToken; next++) {
      const { actor } = names[next]!;
      if (kindOf.has(actor)) counts.set(actor, (counts.get(actor) ?? 0) + 1);
    }
    const noun = tokens[match.firstToken]!;
    const before = tokens[match.firstToken - 1];
    if (!before || !POINTERS.has(before.normal) || noun.normal.endsWith('s')) continue;
    const after = tokens[match.tokenEnd];
    if (
      after &&
      (after.pos === 'NOUN' || after.pos === 'PROPN' || after.normal === 'of' || after.normal === '-')
    )
      continue;
    const kinds = match.entry.category.split('-');
    let best = '';
    for (const [actor, count] of counts) {
      if (kinds.includes(kindOf.get(actor)!) && count > (counts.get(best) ?? 0)) best = actor;
    }
    if (best !== '') {
      found.push({ actor: best, kind: 'alias', firstToken: match.firstToken - 1, tokenEnd: match.tokenEnd });
    }
  }
  return found;
}

const remembered = new WeakMap<Reading, { knowledge: Knowledge; names: ActorNames }>();

/**
 * Where a text names states, organisations and people. States, seats and organisations come from general
 * gazetteers, people from the text itself. Read once per text.
 */
export function readActorNames(reading: Reading, knowledge: Knowledge): ActorNames {
  const known = remembered.get(reading);
  if (known?.knowledge === knowledge) return known.names;
  const facts = new Map<string, ActorFacts>();
  const gazetteer = withoutOverlaps(listed(reading, knowledge, facts));
  const persons = readPersons(reading, knowledge, gazetteer, facts);
  const named = withoutOverlaps([...gazetteer, ...persons]);
  const names: ActorNames = {
    names: withoutOverlaps([...named, ...aliases(reading, knowledge, named)]),
    facts
  };
  remembered.set(reading, { knowledge, names });
  return names;
}
