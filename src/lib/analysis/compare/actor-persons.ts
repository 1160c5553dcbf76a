/** People whom a text names, read from the text itself. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token } from '$lib/text/document';
import type { Reading } from '../reading';
import type { ActorFacts, ActorName } from './actor-name';
import { givenNames, type Given, type GivenNames } from './given-names';
import { tellApart } from './namesakes';
import { isCapitalised, LONGEST_NAME, readSequences, type Sequence } from './person-sequences';

/** Full names of one surname that a given name before "and" is held against. */
const MOST_NAMESAKES = 8;

/** Last words of names that are bodies, places, events or papers. */
function lastWordsOfOthers(knowledge: Knowledge): Set<string> {
  const entries = knowledge.lexicons['claim-not-people']?.entries ?? [];
  return new Set(entries.flatMap(({ patterns }) => patterns.flatMap((pattern) => pattern[0]?.words ?? [])));
}

/** Forms that only several take, or a club that is several. */
const ACT_AS_MANY = new Set(['have', 'are', 'were', "'re", "'ve"]);

/** "A Bola do Norte": the last word of a longer name, behind a word that joins names. */
function endsName(tokens: readonly Token[], at: number): boolean {
  return (
    /^(?:do|da|de|di|du|del|dos|van|von)$/.test(tokens[at - 1]?.text ?? '') && isCapitalised(tokens[at - 2])
  );
}

/** "Ana Ruiz, 34, ", "Peter Holt, who …": told to be a person, or with a frequent given name. */
function isTold(tokens: readonly Token[], { sure, tokenEnd, given }: Sequence, names: GivenNames): boolean {
  if (!sure) return false;
  if (names.isKnown(given[0] ?? '')) return true;
  const next = tokens[tokenEnd + 1];
  if (tokens[tokenEnd]?.text !== ',' || !next) return false;
  return next.normal === 'who' || (/^\d{1,2}$/.test(next.text) && tokens[tokenEnd + 2]?.text === ',');
}

/** "Bill and Hillary Clinton" names two people where the text names Bill Clinton as well. */
function couples(
  sequences: readonly Sequence[],
  tokens: readonly Token[],
  { compatible }: GivenNames
): Sequence[] {
  const named = new Map<string, Given[]>();
  for (const { surname, given, sure } of sequences) {
    if (given.length > 0 && sure)
      named.set(surname, [...(named.get(surname) ?? []), given].slice(-MOST_NAMESAKES));
  }
  return sequences.map((sequence, i) => {
    const next = sequences[i + 1];
    const { surname, given, tokenEnd } = sequence;
    if (given.length > 0 || next?.firstToken !== tokenEnd + 1 || next.given.length === 0) return sequence;
    if (tokens[tokenEnd]!.normal !== 'and' || compatible([surname], next.given)) return sequence;
    const known = named.get(next.surname)?.some((other) => compatible([surname], other)) ?? false;
    return known
      ? { ...sequence, surname: next.surname, given: [surname], sure: true, partial: true }
      : sequence;
  });
}

/** What opens a sentence may be no name ("Candidate Doe"): it is one where it is a frequent given name or comes again. */
function confirmed(sequences: readonly Sequence[], { isKnown }: GivenNames): Sequence[] {
  const uses = new Map<string, number>();
  const nameOf = ({ surname, given }: Sequence): string => `${given[0] ?? ''} ${surname}`;
  for (const sequence of sequences) uses.set(nameOf(sequence), (uses.get(nameOf(sequence)) ?? 0) + 1);
  return sequences.map((sequence) => {
    const { opening, given } = sequence;
    const doubtful = opening && !isKnown(given[0] ?? '') && uses.get(nameOf(sequence)) === 1;
    return doubtful ? { ...sequence, sure: false } : sequence;
  });
}

/** Namings of one surname, in text order. */
function bySurname(sequences: readonly Sequence[], people: ReadonlySet<string>): Map<string, Sequence[]> {
  const found = new Map<string, Sequence[]>();
  for (const sequence of sequences) {
    if (!people.has(sequence.surname)) continue;
    const known = found.get(sequence.surname);
    if (known) known.push(sequence);
    else found.set(sequence.surname, [sequence]);
  }
  return found;
}

/** How well a naming shows somebody's whole name; of the best, the first is shown. */
function fullness({ given, sure, opening, partial, firstToken, tokenEnd }: Sequence): number {
  if (partial) return 0;
  const words = tokenEnd - firstToken;
  if (given.length === 0) return LONGEST_NAME;
  if (!sure) return opening ? words : 2 * LONGEST_NAME + words;
  return (opening ? 3 : 4) * LONGEST_NAME + words;
}

/**
 * People, from the text itself: a full name with a title, or whose last part is used again alone; then every
 * use of that last part. Two people of one surname are told apart by their given names; the main one, whom the
 * surname alone means, is `person:SURNAME`, the others are `person:GIVEN-SURNAME`. Writes their names into `facts`.
 */
export function readPersons(
  reading: Reading,
  knowledge: Knowledge,
  taken: readonly ActorName[],
  facts: Map<string, ActorFacts>
): ActorName[] {
  const { tokens, text } = reading.document;
  const others = lastWordsOfOthers(knowledge);
  const never = new Set(others);
  const given = givenNames(knowledge);
  const read = readSequences(reading, knowledge, taken, others);
  const sequences = couples(confirmed(read, given), tokens, given);
  const alone = new Set<string>();
  const full = new Set<string>();
  const titled = new Set<string>();
  const told = new Set<string>();
  for (const sequence of sequences) {
    const { surname } = sequence;
    if (sequence.titled) titled.add(surname);
    // "Porto Norte have won": several act, and no person.
    if (!sequence.titled && ACT_AS_MANY.has(tokens[sequence.tokenEnd]?.normal ?? '')) never.add(surname);
    if (sequence.given.length === 0) {
      if (!endsName(tokens, sequence.firstToken)) alone.add(surname);
      continue;
    }
    if (isTold(tokens, sequence, given)) told.add(surname);
    if (sequence.determined && !sequence.titled) never.add(surname);
    else full.add(surname);
  }
  const people = new Set(
    [...new Set([...full, ...titled])].filter(
      (surname) =>
        surname.length >= 2 &&
        !never.has(surname) &&
        (titled.has(surname) || alone.has(surname) || told.has(surname))
    )
  );
  const names: ActorName[] = [];
  for (const [surname, namings] of bySurname(sequences, people)) {
    const once = !titled.has(surname) && !alone.has(surname);
    const apart = tellApart(namings, given);
    const ids = apart.people.map((person, at) =>
      at === 0 ? `person:${surname}` : `person:${person.given.join('-')}-${surname}`
    );
    const shown = ids.map((_, at): Sequence => {
      const own = namings.filter((__, i) => apart.who[i] === at);
      return own.reduce((best, naming) => (fullness(naming) > fullness(best) ? naming : best), own[0]!);
    });
    ids.forEach((id, at) => {
      const { firstToken, tokenEnd } = shown[at]!;
      const name = text.slice(tokens[firstToken]!.start, tokens[tokenEnd - 1]!.end).replace(/\s+/gu, ' ');
      facts.set(id, { name, kind: 'person', given: apart.people[at]!.given });
    });
    namings.forEach(({ firstToken, tokenEnd, opening }, i) => {
      const actor = ids[apart.who[i]!]!;
      const foreign = opening && !facts.get(actor)!.name.startsWith(tokens[firstToken]!.text);
      names.push({
        actor,
        kind: 'name',
        firstToken: foreign ? firstToken + 1 : firstToken,
        tokenEnd,
        ...(once ? { once } : {})
      });
    });
  }
  return names;
}
