/**
 * Clauses that leave it to their text what they speak of: "There was no leak.", "Nobody was hurt." Whatever a text
 * names in its headline or first sentence is the occasion that they mean.
 */
import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf, type Token, type TokenRange } from '$lib/text/document';
import { readText } from '../read';
import type { Reading } from '../reading';
import { bestPerTerm, hitsIn } from './align';
import { contestedWords } from './contested-words';
import { layOver, type Field } from './field';
import { readContestedTerms } from './phrasal';

/** A title beyond this is none. */
const LONGEST_TITLE = 300;
const titles = new WeakMap<Reading, { knowledge: Knowledge; readings: readonly Reading[] }>();

/** The titles set aside from a text, each read as a text of its own. */
function titlesOf(reading: Reading, knowledge: Knowledge): readonly Reading[] {
  const known = titles.get(reading);
  if (known?.knowledge === knowledge) return known.readings;
  const { document } = reading;
  const title = document.excluded.find(({ reason }) => reason === 'title');
  const text = title ? quoteOf(document, title) : '';
  const readings = text !== '' && text.length <= LONGEST_TITLE ? [readText(text, knowledge)] : [];
  titles.set(reading, { knowledge, readings });
  return readings;
}

/** Per term of a claim, how far the title, the headings above the text and its first sentence meet it. */
export function occasionOf(field: Field, knowledge: Knowledge): ArrayLike<number> {
  const { form, reading } = field;
  const { headings, sentences } = reading.document;
  const first = sentences[0];
  const above = headings.filter(({ tokenEnd }) => !first || tokenEnd <= first.firstToken);
  const opening = [...above, ...(first ? [first] : [])].flatMap((range) => hitsIn(field, range));
  const met = bestPerTerm(field, opening, () => true);
  for (const title of titlesOf(reading, knowledge)) {
    const laid = layOver(form, title, readContestedTerms(title, knowledge), knowledge);
    const range = { firstToken: 0, tokenEnd: title.document.tokens.length };
    const titled = bestPerTerm(laid, hitsIn(laid, range), () => true);
    titled.forEach((quality, i) => (met[i] = Math.max(met[i]!, quality)));
  }
  return met;
}

/** "The leak", "this order". */
const POINTS: ReadonlySet<string> = new Set(['the', 'this', 'that', 'its', 'their']);

/** "There was", "there had been": that something was there, not where it was. */
function existential(tokens: readonly Token[], at: number, end: number): boolean {
  if (tokens[at]!.normal !== 'there') return false;
  let i = at + 1;
  while (i < Math.min(end, at + 5) && (tokens[i]!.pos === 'AUX' || tokens[i]!.pos === 'ADV')) i++;
  return tokens.slice(at + 1, i).some(({ lemma }) => lemma === 'be');
}

/** "Nobody was hurt", "no one died": whoever was there is spoken of. "None of the ships" says who. */
function nobody(knowledge: Knowledge, tokens: readonly Token[], at: number): boolean {
  const { normal } = tokens[at]!;
  const next = tokens[at + 1]?.normal;
  return (
    (contestedWords(knowledge, 'nobody').has(normal) && next !== 'of') || (normal === 'no' && next === 'one')
  );
}

/** Prepositions that say where. */
const WHERE: ReadonlySet<string> = new Set(['in', 'at', 'near', 'off', 'aboard']);

/** "An outbreak in Tarn": a place of its own. */
function namesAnother(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.pos !== 'PROPN') return false;
  const before = tokens[at - 1]!;
  return WHERE.has((before.pos === 'DET' ? tokens[at - 2] : before)?.normal ?? '');
}

/**
 * Whether a clause leaves it to its text what it speaks of. A noun that stands for the whole of an existential
 * claim takes its being there for granted when it is pointed at: "the leak was small".
 *
 * @param root token that meets the claim's main word
 */
export function leavesOccasion(
  knowledge: Knowledge,
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  root: number,
  claimed: { readonly existential: boolean }
): boolean {
  for (let i = root + 1; i < tokenEnd; i++) if (namesAnother(tokens, i)) return false;
  for (let i = firstToken; i < Math.min(tokenEnd, root); i++)
    if (existential(tokens, i, root) || nobody(knowledge, tokens, i)) return true;
  return claimed.existential && tokens[root]!.pos === 'NOUN' && POINTS.has(tokens[root - 1]?.normal ?? '');
}
