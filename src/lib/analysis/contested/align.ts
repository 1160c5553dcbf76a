import type { Token, TokenRange } from '$lib/text/document';
import { isYearKey } from '../claims/terms';
import type { ClaimTerm, Cue } from './claim-form';
import type { Field } from './field';
import { isSaidOfSubject, onlyModifies } from './said-of';
import { CONTESTED } from './weights';

/** Where one term of a claim is met in a sentence. */
export interface Hit {
  /** Index into `ClaimForm.terms`. */
  readonly term: number;
  readonly token: number;
  readonly quality: number;
  /** The opposite of the term: meeting it denies the claim. */
  readonly opposed: boolean;
}

/** Whether a cue stands at a token; the number of tokens it covers, or 0. */
export function cueAt({ reading, terms }: Pick<Field, 'reading' | 'terms'>, cue: Cue, at: number): number {
  const { tokens } = reading.document;
  let position = at;
  for (let i = 0; i < cue.length; i++) {
    const { key, form } = cue[i]!;
    // "orange revolution" also when quotation marks or a hyphen stand between.
    if (i > 0 && tokens[position] && !tokens[position]!.word) position++;
    const token = tokens[position];
    if (!token) return 0;
    const same = key !== '' ? terms.plain[position] === key : token.normal === form || token.lemma === form;
    if (!same) return 0;
    position++;
  }
  return position - at;
}

function agreement(term: ClaimTerm, key: string, plain: string, concept: string): number {
  if (term.kind === 'actor') return key === term.key ? 1 : 0;
  if (plain === term.key || key === term.key) return 1;
  return term.concept !== '' && concept === term.concept ? CONTESTED.concept : 0;
}

/** "Close to the school" for the claim that it will close. */
const isNoDeed = ({ pos, normal, lemma }: Token): boolean =>
  (pos === 'ADV' || pos === 'ADJ') && normal === lemma;

/** Every meeting of a claim's terms with the words of a sentence. */
export function hitsIn(field: Field, range: TokenRange): Hit[] {
  const { terms, form, reading, relevant, everywhere } = field;
  const hits: Hit[] = [];
  const opposites = form.terms.some((term) => term.opposites.length > 0);
  for (let i = range.firstToken; i < range.tokenEnd; i++) {
    const key = terms.keys[i]!;
    const plain = terms.plain[i]!;
    if (key === '' && plain === '' && !everywhere) continue;
    const concept = terms.words.conceptOf(plain);
    const alike = plain === '' ? null : form.likeness.of(reading, i);
    const meets =
      alike !== null ||
      relevant.has(key) ||
      relevant.has(plain) ||
      (concept !== '' && relevant.has(concept)) ||
      everywhere;
    if (!meets && !(opposites && terms.words.polesOf(plain).length > 0)) continue;
    form.terms.forEach((term, index) => {
      let quality = agreement(term, key, plain, concept);
      let opposed = false;
      if (quality === 0 && term.opposites.length > 0) {
        opposed = terms.words.polesOf(plain).some((pole) => term.opposites.includes(pole));
        if (opposed) quality = CONTESTED.opposite;
      }
      if (quality === 0 && alike) quality = alike[index]!;
      if (quality === 0) return;
      if (term.root && form.copular && !isSaidOfSubject(field, i, range.firstToken))
        quality *= CONTESTED.otherHead;
      if (term.root && !opposed && form.deverbal && isNoDeed(reading.document.tokens[i]!))
        quality *= CONTESTED.otherHead;
      hits.push({ term: index, token: i, quality, opposed });
    });
    for (const group of field.standIns) {
      if (!group.phrases.some((cue) => cueAt({ reading, terms }, cue, i) > 0)) continue;
      for (const index of group.terms) {
        let quality: number = CONTESTED.cue;
        if (form.terms[index]!.root && form.copular && !isSaidOfSubject(field, i, range.firstToken))
          quality *= CONTESTED.otherHead;
        hits.push({ term: index, token: i, quality, opposed: false });
      }
    }
  }
  return hits;
}

/** Best quality per term among hits that pass. */
export function bestPerTerm(field: Field, hits: readonly Hit[], passes: (hit: Hit) => boolean): Float64Array {
  const best = new Float64Array(field.form.terms.length);
  const { tokens } = field.reading.document;
  const root = field.form.terms.some((term) => term.second)
    ? field.form.terms.findIndex((term) => term.root)
    : -1;
  for (const hit of hits) {
    if (!passes(hit)) continue;
    best[hit.term] = Math.max(best[hit.term]!, hit.quality);
    // The verb itself, not one that is near in meaning.
    const verb = hit.quality === 1 && tokens[hit.token]!.pos === 'VERB';
    if (root >= 0 && verb && field.form.terms[hit.term]!.second)
      best[root] = Math.max(best[root]!, CONTESTED.concept);
  }
  return best;
}

/** Weighted share of the claim that is met, 0 to 1. */
export function coverage(field: Field, best: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < field.weights.length; i++) sum += field.weights[i]! * best[i]!;
  return field.total > 0 ? sum / field.total : 0;
}

/** A sentence that names years, none of them the claim's, speaks of another time. */
export function speaksOfOtherYear({ form, terms }: Field, range: TokenRange): boolean {
  const { years, span } = form;
  if (years.size === 0 && !span) return false;
  let other = false;
  for (let i = range.firstToken; i < range.tokenEnd; i++) {
    const key = terms.plain[i]!;
    if (!isYearKey(key)) continue;
    const year = Number(key.slice(1));
    if (years.has(key) || (span && year >= span[0] && year <= span[1])) return false;
    other = true;
  }
  return other;
}

/**
 * "It cost 90 million" for the claim that it cost 120 million: the same unit with another figure, and the
 * claim's own figure nowhere in the sentence.
 */
export function givesAnotherFigure({ form, terms }: Field, range: TokenRange): boolean {
  const figures = form.terms.filter(({ kind, key, label }) => kind === 'number' && !label && !isYearKey(key));
  if (figures.length !== 1) return false;
  const figure = figures[0]!;
  let other = false;
  for (let i = range.firstToken; i < range.tokenEnd; i++) {
    const key = terms.keys[i]!;
    if (key === figure.key) return false;
    if (key.startsWith('#') && !isYearKey(key))
      other ||= figure.unit === '' || terms.keys[i + 1] === figure.unit;
  }
  return other;
}

/** "NATO's intervention" for the claim that Russia intervened: the actor just before the deed is another. */
export function doneByAnother({ reading, terms, form }: Field, root: number, range: TokenRange): boolean {
  if (form.agents.size === 0) return false;
  const { tokens } = reading.document;
  const verb = tokens[root]?.pos === 'VERB';
  for (let i = root - 1; i >= Math.max(range.firstToken, root - 5); i--) {
    const key = terms.keys[i]!;
    if (key.startsWith('@')) {
      // Before a noun, only "NATO's intervention" or "the Russian attack" says whose deed it is.
      if (!verb && !onlyModifies(tokens, i)) return false;
      return !form.agents.has(key) && !form.patients.has(key);
    }
    const { pos, normal } = tokens[i]!;
    // "Staged a revolt to overthrow him": who does it stands before the first verb.
    if (normal === 'to') return false;
    if (pos === 'PUNCT' || pos === 'ADP' || pos === 'SCONJ' || pos === 'CCONJ' || pos === 'PRON')
      return false;
  }
  return false;
}

/** "Y attacked X" for the claim that X attacked Y. */
export function rolesExchanged({ reading, terms, form }: Field, root: number, range: TokenRange): boolean {
  const { tokens } = reading.document;
  if (form.agents.size === 0 || form.patients.size === 0 || tokens[root]?.pos !== 'VERB') return false;
  const nearest = (step: number): string => {
    for (let i = root + step; i >= range.firstToken && i < range.tokenEnd; i += step) {
      if (terms.keys[i]!.startsWith('@')) return terms.keys[i]!;
    }
    return '';
  };
  const passive = tokens
    .slice(Math.max(range.firstToken, root - 3), root)
    .some(({ lemma }) => lemma === 'be');
  // A passive without "by" says of nobody that they did it.
  if (
    passive &&
    !tokens.slice(root + 1, Math.min(range.tokenEnd, root + 5)).some(({ normal }) => normal === 'by')
  )
    return false;
  const [agent, patient] = passive ? [nearest(1), nearest(-1)] : [nearest(-1), nearest(1)];
  return (
    form.patients.has(agent) &&
    !form.agents.has(agent) &&
    form.agents.has(patient) &&
    !form.patients.has(patient)
  );
}
