import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { Reading } from '../reading';
import type { ActorFacts, ActorName } from './actor-names';

/** Longest name of a person, in tokens. */
const LONGEST_NAME = 4;

const NAME_PART = /^\p{Lu}[\p{L}\p{M}'’.-]*$/u;
const INITIAL = /^\p{Lu}\.?$/u;

function isCapitalised(token: Token | undefined): boolean {
  return (
    token !== undefined && token.text.length > 1 && NAME_PART.test(token.text) && /\p{Ll}/u.test(token.text)
  );
}

/** Last words of names that are bodies, places, events or papers. */
function lastWordsOfOthers(knowledge: Knowledge): Set<string> {
  const entries = knowledge.lexicons['claim-not-people']?.entries ?? [];
  return new Set(entries.flatMap(({ patterns }) => patterns.flatMap((pattern) => pattern[0]?.words ?? [])));
}

interface Sequence extends TokenRange {
  readonly surname: string;
  readonly titled: boolean;
  readonly determined: boolean;
  /** Its first word opens the sentence, and may be no part of the name. */
  readonly opening: boolean;
}

/** Runs of capitalised words in sentences that the gazetteers do not know. */
function readSequences(reading: Reading, knowledge: Knowledge, taken: readonly ActorName[]): Sequence[] {
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
      if (first === sentence.firstToken && tokens[first]!.pos !== 'PROPN') first++;
      if (first < end && end - first <= LONGEST_NAME) {
        const before = tokens[first - 1]?.normal ?? '';
        sequences.push({
          firstToken: first,
          tokenEnd: end,
          surname: tokens[end - 1]!.normal.replace(/[.'’]{1,3}$/u, ''),
          titled: titleEnds.has(first),
          determined: before === 'the' || before === 'a' || before === 'an',
          opening: first === sentence.firstToken && end - first > 1
        });
      }
      i = end;
    }
  }
  return sequences;
}

/**
 * People, from the text itself: a full name with a title, or whose last part is used again alone; then every
 * use of that last part. Writes their names into `facts`.
 */
export function readPersons(
  reading: Reading,
  knowledge: Knowledge,
  taken: readonly ActorName[],
  facts: Map<string, ActorFacts>
): ActorName[] {
  const { tokens, text } = reading.document;
  const sequences = readSequences(reading, knowledge, taken);
  const alone = new Map<string, number>();
  const full = new Map<string, Sequence>();
  const never = lastWordsOfOthers(knowledge);
  for (const sequence of sequences) {
    const { surname } = sequence;
    if (sequence.tokenEnd - sequence.firstToken === 1) {
      alone.set(surname, (alone.get(surname) ?? 0) + 1);
      if (sequence.titled && !full.has(surname)) full.set(surname, sequence);
    } else if (sequence.determined && !sequence.titled) never.add(surname);
    else {
      const known = full.get(surname);
      const better = known?.opening === true && !sequence.opening;
      const longer =
        !known ||
        better ||
        (sequence.opening && !known.opening
          ? false
          : known.tokenEnd - known.firstToken < sequence.tokenEnd - sequence.firstToken);
      if (longer) full.set(surname, { ...sequence, titled: sequence.titled || (known?.titled ?? false) });
      else if (sequence.titled && !known.titled) full.set(surname, { ...known, titled: true });
    }
  }
  const people = new Set<string>();
  for (const [surname, sequence] of full) {
    if (never.has(surname) || surname.length < 2) continue;
    if (!sequence.titled && !alone.has(surname)) continue;
    people.add(surname);
    const name = text.slice(tokens[sequence.firstToken]!.start, tokens[sequence.tokenEnd - 1]!.end);
    facts.set(`person:${surname}`, { name: name.replace(/\s+/gu, ' '), kind: 'person' });
  }
  return sequences
    .filter(({ surname }) => people.has(surname))
    .map(({ surname, firstToken, tokenEnd, opening }): ActorName => {
      const { name } = facts.get(`person:${surname}`)!;
      const foreign = opening && !name.startsWith(tokens[firstToken]!.text);
      return {
        actor: `person:${surname}`,
        kind: 'name',
        firstToken: foreign ? firstToken + 1 : firstToken,
        tokenEnd
      };
    });
}
