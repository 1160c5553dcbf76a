/** Exchanges the names of two actors throughout a text: names, seats, peoples and nouns that stand for them. */
import type { Actor } from '$lib/analysis/audit-schema';
import type { ActorName } from '$lib/analysis/compare/actor-name';
import { readActorNames } from '$lib/analysis/compare/actor-names';
import type { Reading } from '$lib/analysis/reading';
import type { Knowledge, Lexicon } from '$lib/lexicons/knowledge';
import type { Token } from '$lib/text/document';

/** How an actor is written in each role. */
export interface ActorForms {
  readonly id: string;
  readonly name: string;
  /** "the United States", but "Russia". */
  readonly article: boolean;
  readonly seat: string;
  /** "Russian", and the name where there is no such word. */
  readonly adjective: string;
  readonly people: string;
  /** Lower-case plural words for the people, to tell "Russians" from "Russian". */
  readonly plurals: ReadonlySet<string>;
}

const SMALL = new Set(['of', 'and', 'the', 'for', 'in']);
/** Names of several words that end like this take an article: "the United States", "the European Union". */
const TAKES_ARTICLE =
  /(?:^United\b|\b(?:States|Union|Nations|Kingdom|Emirates|Republic|Islands|Federation|Council|Bank|Fund|League|Organi[sz]ation|Court|Commission|Parliament|Assembly|Agency|Committee)$)/;
const VOWEL = /^[aeio]/i;

function titled(words: readonly string[]): string {
  return words
    .map((word) => (SMALL.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join(' ');
}

/** The forms an entry of a gazetteer lists, in its order; patterns are runs of single words there. */
function listedForms(lexicon: Lexicon | undefined, id: string): string[][] {
  const entry = lexicon?.entries.find((candidate) => candidate.id === `${lexicon.id}/${id}`);
  return (entry?.patterns ?? []).map((pattern) => pattern.map((term) => term.words[0] ?? ''));
}

/** How the gazetteers write an actor. */
export function formsOf(actor: Pick<Actor, 'id' | 'name'>, knowledge: Knowledge): ActorForms {
  const { id, name } = actor;
  const peoples = listedForms(knowledge.lexicons['countries-demonyms'], id);
  const adjective = peoples[0] ? titled(peoples[0]) : name;
  const written = peoples.map((words) => titled(words));
  const people = written.find((form) => form === `${adjective}s`) ?? adjective;
  const seat = listedForms(knowledge.lexicons['capitals'], id)[0];
  return {
    id,
    name,
    article: / /.test(name) && TAKES_ARTICLE.test(name),
    seat: seat ? titled(seat) : name,
    adjective,
    people,
    plurals: new Set(written.filter((form) => form.endsWith('s')).map((form) => form.toLowerCase()))
  };
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isNominal = (token: Token | undefined): boolean =>
  token !== undefined && ['NOUN', 'PROPN', 'ADJ'].includes(token.pos);

function replacementFor(
  reading: Reading,
  name: ActorName,
  from: ActorForms,
  to: ActorForms,
  sentenceEnds: ReadonlySet<number>
): Replacement {
  const { tokens, text } = reading.document;
  const first = tokens[name.firstToken]!;
  const last = tokens[name.tokenEnd - 1]!;
  const surface = text.slice(first.start, last.end);
  const before = tokens[name.firstToken - 1];
  const modifies = !sentenceEnds.has(name.tokenEnd) && isNominal(tokens[name.tokenEnd]);
  let form = to.name;
  let article = to.article && !modifies;
  if (name.kind === 'seat') [form, article] = [to.seat, to.seat === to.name && article];
  if (name.kind === 'people') {
    const plural = from.plurals.has(surface.toLowerCase());
    form = plural ? to.people : to.adjective;
    article = false;
  }
  // "in the U.S." ends its sentence with the name's own full stop.
  const stop = surface.endsWith('.') && sentenceEnds.has(name.tokenEnd) ? '.' : '';
  const near = before !== undefined && /^[^\S\r\n]+$/u.test(text.slice(before.end, first.start));
  const word = near ? before.normal : '';
  let start = first.start;
  if (word === 'the' && !article && !modifies && (form === to.name || form === to.seat))
    start = before!.start;
  else if (word === 'the') article = false;
  else if (word === 'a' || word === 'an') {
    start = before!.start;
    const fitting = VOWEL.test(form) ? 'an' : 'a';
    form = `${before!.text.charAt(0) === 'A' ? fitting.charAt(0).toUpperCase() + fitting.slice(1) : fitting} ${form}`;
    article = false;
  }
  if (article) form = `${sentenceEnds.has(name.firstToken) || name.firstToken === 0 ? 'The' : 'the'} ${form}`;
  return { start, end: last.end, text: `${form}${stop}` };
}

/**
 * The text with every name of `a` replaced by the fitting one of `b`, and the other way round. What has no
 * counterpart (an alliance has no word for its people) becomes the other's plain name.
 *
 * @returns the new text and how many names were exchanged
 */
export function swapNames(
  reading: Reading,
  a: ActorForms,
  b: ActorForms,
  knowledge: Knowledge
): { text: string; names: number } {
  const { text, sentences, headings } = reading.document;
  const sentenceEnds = new Set([...sentences, ...headings].map(({ tokenEnd }) => tokenEnd));
  let result = '';
  let done = 0;
  let count = 0;
  for (const name of readActorNames(reading, knowledge).names) {
    if (name.actor !== a.id && name.actor !== b.id) continue;
    const [from, to] = name.actor === a.id ? [a, b] : [b, a];
    const { start, end, text: form } = replacementFor(reading, name, from, to, sentenceEnds);
    result += text.slice(done, Math.max(done, start)) + form;
    done = end;
    count++;
  }
  return { text: result + text.slice(done), names: count };
}
