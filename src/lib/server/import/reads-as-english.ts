/** Whether a text is in the one language that is measured: asked before it is saved, so that a reader can still leave it out. */
import { knowledge } from '$lib/lexicons/generated';
import { formSet } from '$lib/text/form-set';

/** Letters of a text that are looked at. */
const SAMPLE = 20_000;
/** Fewer words than this do not show a language. */
const FEWEST_WORDS = 20;
/** English prose has one function word in three and a recipe one in nine; other languages stay under one in twelve. */
const ENGLISH_SHARE = 0.1;
/** Share of letters outside the Latin alphabet that no English text reaches. */
const FOREIGN_LETTERS = 0.3;

const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** False when a text of some length is surely not in English; the audit asks the same of every sentence. */
export function readsAsEnglish(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const foreign = sample.match(/[^\P{L}\p{Script=Latin}]/gu)?.length ?? 0;
  if (letters >= FEWEST_WORDS && shareOf(foreign, letters) > FOREIGN_LETTERS) return false;
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const forms = formSet(knowledge, 'function-words');
  const found = words.filter((word) => forms.has(word)).length;
  return words.length < FEWEST_WORDS || shareOf(found, words.length) >= ENGLISH_SHARE;
}
