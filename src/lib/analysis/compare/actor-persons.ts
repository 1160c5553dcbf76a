import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { Reading } from '../reading';
import type { ActorFacts, ActorName } from './actor-name';
import { givenNames, type Given, type GivenNames } from './given-names';
import { tellApart, type Naming } from './namesakes';

/** Longest name of a person, in tokens. */
const LONGEST_NAME = 4;
/** Full names of one surname that a given name before "and" is held against. */
const MOST_NAMESAKES = 8;

const NAME_PART = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
/** Words joined by a hyphen or of two capitals, and names of adherents: "Then-Senator", "GOP", "Democrat". */
const NO_GIVEN = /-\p{Ll}|^\p{Lu}{2}|(?:crat|ist|lican)$/u;
const SUFFIX = /^(?:[JS]r\.?|I{2,3}|IV)$/u;
const INITIAL = /^\p{Lu}\.?$/u;

function isCapitalised(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.text.length > 1 &&
    token.pos !== 'NUM' &&
    NAME_PART.test(token.text) &&
    /\p{Ll}/u.test(token.text)
  );
}

/** Last words of names that are bodies, places, events or papers. */
function lastWordsOfOthers(knowledge: Knowledge): Set<string> {
  const entries = knowledge.lexicons['claim-not-people']?.entries ?? [];
  return new Set(entries.flatMap(({ patterns }) => patterns.flatMap((pattern) => pattern[0]?.words ?? [])));
}

const OF_MEN = new Set(['mr', 'mr.', 'sir', 'lord']);
const OF_WOMEN = new Set(['mrs', 'mrs.', 'ms', 'ms.', 'lady', 'dame', 'miss']);

function titleOf(word: string): Naming['title'] {
  if (OF_MEN.has(word)) return 'm';
  return OF_WOMEN.has(word) ? 'f' : null;
}

interface Sequence extends TokenRange, Naming {
  readonly surname: string;
  readonly titled: boolean;
  readonly determined: boolean;
  /** Its first word opens the sentence, and may be no part of the name. */
  readonly opening: boolean;
  /** A given name alone: "Bill" in "Bill and Hillary Clinton". */
  readonly partial?: boolean;
}

const bare = ({ normal }: Token): string => normal.replace(/[.'’]{1,3}$/u, '');
/** The same without accents, which texts leave out at will. */
const plain = (token: Token): string => bare(token).normalize('NFD').replace(/\p{M}/gu, '');

function givenIn(tokens: readonly Token[], from: number, end: number): Given {
  return tokens.slice(from, end).map(plain);
}

/** Whether what stands before a surname reads as given names: "Monday", "Republican" do not. */
function areNames(
  tokens: readonly Token[],
  from: number,
  end: number,
  never: ReadonlySet<string>,
  { isKnown }: GivenNames
): boolean {
  for (let i = from; i < end; i++) {
    const { pos, text, normal } = tokens[i]!;
    if (isKnown(normal)) continue;
    if (pos !== 'PROPN' || never.has(bare(tokens[i]!)) || NO_GIVEN.test(text)) return false;
  }
  return true;
}

/** Runs of capitalised words in sentences that the gazetteers do not know. */
function readSequences(
  reading: Reading,
  knowledge: Knowledge,
  taken: readonly ActorName[],
  never: ReadonlySet<string>
): Sequence[] {
  const { document } = reading;
  const { tokens } = document;
  const blocked = new Set<number>();
  for (const { firstToken, tokenEnd } of taken) for (let i = firstToken; i < tokenEnd; i++) blocked.add(i);
  const titleEnds = new Set<number>();
  const titleTokens = new Set<number>();
  if (knowledge.lexicons['claim-person-titles']) {
    for (const match of reading.hits('claim-person-titles')) {
      titleEnds.add(match.tokenEnd);
      for (let i = match.firstToken; i < match.tokenEnd; i++) titleTokens.add(i);
    }
  }
  const given = givenNames(knowledge);
  const sequences: Sequence[] = [];
  const starts = (i: number, end: number): boolean =>
    i < end && !blocked.has(i) && !titleTokens.has(i) && isCapitalised(tokens[i]);
  for (const sentence of document.sentences) {
    for (let i = sentence.firstToken; i < sentence.tokenEnd;) {
      if (!starts(i, sentence.tokenEnd)) {
        i++;
        continue;
      }
      let end = i + 1;
      while (
        end < sentence.tokenEnd &&
        !blocked.has(end) &&
        !titleTokens.has(end) &&
        (isCapitalised(tokens[end]) || (INITIAL.test(tokens[end]!.text) && isCapitalised(tokens[end + 1])))
      ) {
        end++;
      }
      // The first word of a sentence is capitalised whatever it is.
      let first = i;
      const opens = first === sentence.firstToken && !given.isKnown(tokens[first]!.normal);
      if (opens && tokens[first]!.pos !== 'PROPN') first++;
      if (first < end && end - first <= LONGEST_NAME) {
        const before = tokens[first - 1]?.normal ?? '';
        // "Clapper Jr.".
        const last = end - first > 2 && SUFFIX.test(tokens[end - 1]!.text) ? end - 2 : end - 1;
        sequences.push({
          firstToken: first,
          tokenEnd: end,
          surname: bare(tokens[last]!),
          given: givenIn(tokens, first, last),
          sure: areNames(tokens, first, last, never, given),
          title: titleOf(before),
          titled: titleEnds.has(first),
          determined: before === 'the' || before === 'a' || before === 'an',
          opening: opens && first === sentence.firstToken && end - first > 1
        });
      }
      i = end;
    }
  }
  return sequences;
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
