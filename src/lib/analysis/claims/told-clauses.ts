/** Deeds of any clause that another text of the same event can deny, and figures that it can give otherwise. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { Reading } from '../reading';
import { clauseAround } from './account-clause';
import { accountWords, affectedBy, headOf, type Place } from './account-phrases';
import { isToCome } from './reported-future';
import { subjectName } from './subject-name';
import { clauseWords, tellingWords, wordOf } from './telling-clause';
import type { Telling, ToldDeed, ToldFigure } from './telling';
import { existencesIn } from './told-existence';
import { toldFigures } from './told-figures';
import type { Terms } from './terms';

/** Sentences longer than this are lists rather than sentences. */
const LONGEST = 80;

const FAILING = /^(?:refuse|fail|decline)$/;

/** Tokens after a negation in which the verb stands that it negates. */
const REACH = 3;

/** Whether a verb is negated by the words right before it: "was never", "has not been", "nobody". */
function isNegated(place: Place, at: number, clause: TokenRange): boolean {
  const { tokens } = place.reading.document;
  const denying = accountWords(place.knowledge, 'denying');
  for (let i = at - 1; i >= clause.firstToken && at - i <= REACH; i--)
    if (denying.has(tokens[i]!.normal)) return true;
  const opening = tokens[clause.firstToken]!.normal;
  return opening === 'no' || opening === 'none' || opening === 'nobody';
}

/** "Was safe": an adjective that is said of the subject. */
function isPredicate(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.pos !== 'ADJ' || tokens[at + 1]?.pos === 'NOUN') return false;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    if (tokens[i]!.pos === 'AUX') return true;
    if (tokens[i]!.pos !== 'ADV' && tokens[i]!.pos !== 'PART') return false;
  }
  return false;
}

/** "The locked doors", "to close", "closing": nothing is told as done. */
function isLoose(tokens: readonly Token[], at: number, knowledge: Knowledge): boolean {
  const before = tokens[at - 1];
  if (before?.normal === 'to')
    return !FAILING.test(tokens[at - 2]?.lemma ?? '') && !isToCome(tokens, at - 1, knowledge);
  if (/ing$/.test(tokens[at]!.normal)) return true;
  return (before?.pos === 'DET' || before?.pos === 'ADJ') && tokens[at + 1]?.pos === 'NOUN';
}

/** The place of a noun in a phrase; -1 where it does not hold it. */
function placeOf(tokens: readonly Token[], { firstToken, tokenEnd }: TokenRange, lemma: string): number {
  for (let i = tokenEnd - 1; i >= firstToken; i--)
    if (tokens[i]!.lemma === lemma && tokens[i]!.pos === 'NOUN') return i;
  return -1;
}

const OWNING = /^(?:NOUN|PROPN|ADJ|PRON|DET|PART)$/;
const NOMINAL = /^(?:NOUN|PROPN|ADJ)$/;

/** What kind of thing a noun stands for: the words before it, and the one behind "of". */
function kindsOf(place: Place, at: number): ReadonlySet<string> {
  const { tokens } = place.reading.document;
  const kinds = new Set<string>();
  const put = (i: number): void => {
    const word = wordOf(place, i);
    if (word !== '') kinds.add(word);
  };
  for (let i = at - 1; i >= 0 && NOMINAL.test(tokens[i]!.pos); i--) put(i);
  if (tokens[at + 1]?.normal === 'of')
    for (let i = at + 2; i < at + 5 && i < tokens.length; i++) if (tokens[i]!.pos === 'NOUN') put(i);
  return kinds;
}

/** "The Velmari ambassador", "its ambassador". */
function ownersOf({ reading }: Place, at: number): readonly string[] {
  const { tokens } = reading.document;
  const owners: string[] = [];
  for (let i = at - 1; i >= 0 && OWNING.test(tokens[i]!.pos); i--) {
    const { pos, normal } = tokens[i]!;
    if (pos === 'PROPN' || /^(?:its|his|her|their|our|my)$/.test(normal)) owners.push(normal);
  }
  return owners;
}

function deedsAt(place: Place, at: number, sentence: TokenRange): ToldDeed[] {
  const { reading, knowledge } = place;
  const { tokens } = reading.document;
  const { pos } = tokens[at]!;
  const said = pos === 'VERB' ? !isLoose(tokens, at, knowledge) : isPredicate(tokens, at);
  const word = said ? wordOf(place, at) : '';
  if (word === '') return [];
  const range = { firstToken: at, tokenEnd: at + 1 };
  const clause = clauseAround(tokens, range, sentence, knowledge);
  const found = clauseWords(place, clause);
  if (found.unsure || found.partial || found.denials > 1) return [];
  const failing = tokens[at - 1]?.normal === 'to' && FAILING.test(tokens[at - 2]?.lemma ?? '');
  const denied = failing !== (found.denials === 1);
  if (found.denials === 1 && (failing || !isNegated(place, at, clause))) return [];
  const { names, days, planned } = found;
  // "Refused to apologise" denies that they apologised.
  const refusing = failing ? wordOf(place, at - 2) : '';
  const words = new Set([...found.words].filter((other) => other !== refusing));
  let untilNow = false;
  for (let i = clause.firstToken; i < at; i++) untilNow ||= /^(?:has|have)$/.test(tokens[i]!.normal);
  const told: ToldDeed = {
    of: 'deed',
    firstToken: at,
    tokenEnd: at + 1,
    start: tokens[at]!.start,
    end: tokens[at]!.end,
    clause,
    words,
    names,
    days,
    planned,
    denied,
    about: '',
    side: denied ? 'b' : 'a',
    kinds: new Set(),
    owners: [],
    doer: '',
    untilNow,
    alone: false
  };
  const name = pos === 'VERB' ? subjectName(place, at, sentence) : '';
  const byName = name === '' ? [] : [{ ...told, about: `${word} @${name}` }];
  return [...byName, ...thingDeeds(place, told, word)];
}

/** The same deed by the thing that it is done to, or that does it. */
function thingDeeds(place: Place, told: ToldDeed, word: string): ToldDeed[] {
  const { terms } = place;
  const { tokens } = place.reading.document;
  const { clause, denied, firstToken: at } = told;
  const affected = affectedBy(place, told, clause, 'state');
  const head = affected.head === '' ? -1 : placeOf(tokens, affected, affected.head);
  if (head < 0 || tellingWords(place, 'anything').has(affected.head)) return [];
  const thing = wordOf(place, head);
  // "Two exits": others may be otherwise.
  for (let i = Math.max(clause.firstToken, head - 3); i < head; i++) if (tokens[i]!.pos === 'NUM') return [];
  if (thing === '') return [];
  const object = affected.firstToken > at;
  const doer = object ? headOf(place, { firstToken: clause.firstToken, tokenEnd: at }) : '';
  const doerAt = doer === '' ? -1 : placeOf(tokens, { firstToken: clause.firstToken, tokenEnd: at }, doer);
  const deed: ToldDeed = {
    ...told,
    about: `${word} ${thing}`,
    kinds: kindsOf(place, head),
    owners: ownersOf(place, head),
    doer: doerAt < 0 ? '' : wordOf(place, doerAt)
  };
  const deeds = [deed];
  const turns = tellingWords(place, 'taking-turns');
  for (const pole of terms.words.polesOf(terms.plain[at]!)) {
    const axis = pole.slice(0, -2);
    if (turns.has(axis)) continue;
    const first = pole.endsWith('a') !== denied;
    deeds.push({ ...deed, about: `~${axis} ${thing}`, side: first ? 'a' : 'b' });
  }
  return deeds;
}

/** Notes which deeds the text tells one way only, and for each figure the others of its measure. */
function settled(tellings: readonly Telling[], loose: ReadonlySet<string>): readonly Telling[] {
  const sides = new Map<string, string>();
  const measures = new Map<string, ToldFigure[]>();
  for (const telling of tellings) {
    if (telling.of === 'deed') {
      const known = sides.get(telling.about);
      sides.set(telling.about, known === undefined || known === telling.side ? telling.side : 'both');
    } else {
      const known = measures.get(telling.figure.measure);
      if (known) known.push(telling);
      else measures.set(telling.figure.measure, [telling]);
    }
  }
  // A figure that is told twice is still the only one.
  const several = new Set(loose);
  for (const [measure, [first, ...others]] of measures)
    if (others.some(({ figure }) => figure.low !== first!.figure.low || figure.high !== first!.figure.high))
      several.add(measure);
  return tellings.map((telling) =>
    telling.of === 'deed'
      ? { ...telling, alone: sides.get(telling.about) !== 'both' }
      : {
          ...telling,
          others: measures.get(telling.figure.measure)!,
          only: !several.has(telling.figure.measure)
        }
  );
}

const remembered = new WeakMap<
  Reading,
  { readonly knowledge: Knowledge; readonly tellings: readonly Telling[] }
>();

/** What a text tells clause by clause, in text order; read once. Linear in its length. */
export function readTellings(reading: Reading, terms: Terms, knowledge: Knowledge): readonly Telling[] {
  const known = remembered.get(reading);
  if (known?.knowledge === knowledge) return known.tellings;
  const place = { reading, terms, knowledge };
  const { sentences, tokens } = reading.document;
  const loose = new Set<string>();
  const found = sentences.flatMap((sentence, i): Telling[] => {
    if (sentence.tokenEnd - sentence.firstToken > LONGEST) return [];
    const figures = toldFigures(place, sentence, sentences[i - 1] ?? null);
    for (const measure of figures.loose) loose.add(measure);
    const told: Telling[] = [...figures.told, ...existencesIn(place, sentence)];
    for (let at = sentence.firstToken; at < sentence.tokenEnd; at++)
      if (tokens[at]!.pos === 'VERB' || tokens[at]!.pos === 'ADJ') told.push(...deedsAt(place, at, sentence));
    return told.sort((a, b) => a.firstToken - b.firstToken);
  });
  const tellings = settled(found, loose);
  remembered.set(reading, { knowledge, tellings });
  return tellings;
}
