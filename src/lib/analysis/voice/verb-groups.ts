/** Verb groups: where one opens, how far it reaches, and what kind it is. */
import type { Token } from '$lib/text/document';
import { FORM, verbForm } from './verb-forms';
import { CLASS } from './word-classes';

/** An auxiliary chain with its lexical verb: "has repeatedly been told", "to say", "accusing". */
export interface VerbGroup {
  readonly start: number;
  readonly end: number;
  /** Its last verbal token. */
  readonly head: number;
  readonly finite: boolean;
  readonly infinitive: boolean;
  readonly passive: boolean;
  readonly negated: boolean;
  /** Has "may", "could", "would", … */
  readonly modal: string | null;
  readonly form: number;
}

export const isAuxiliary = (code: number): boolean => code >= CLASS.be && code <= CLASS.modal;
const isVerbal = (code: number): boolean => code >= CLASS.verb && code <= CLASS.modal;
export const isNominal = (code: number): boolean => code >= CLASS.noun && code <= CLASS.number;

/** Whether a verb group opens at a token. */
export function opensGroup(tokens: readonly Token[], classes: Uint8Array, at: number, end: number): boolean {
  const code = classes[at]!;
  if (code === CLASS.to) return at + 1 < end && opensInfinitive(tokens, classes, at + 1, end);
  return isVerbal(code);
}

function opensInfinitive(tokens: readonly Token[], classes: Uint8Array, at: number, end: number): boolean {
  let next = at;
  while (next < end && next < at + 3 && (classes[next] === CLASS.adverb || classes[next] === CLASS.not))
    next++;
  if (next >= end) return false;
  const code = classes[next]!;
  if (code === CLASS.be || code === CLASS.have || code === CLASS.do) return true;
  const token = tokens[next]!;
  return code === CLASS.verb && (verbForm(token.type) & FORM.base) !== 0;
}

/** The verb group that opens at a token. */
export function readGroup(
  tokens: readonly Token[],
  classes: Uint8Array,
  start: number,
  end: number
): VerbGroup | null {
  let at = start;
  let head = -1;
  let modal: string | null = null;
  let negated = false;
  let seenBe = false;
  let first = -1;
  const infinitive = classes[start] === CLASS.to;
  if (infinitive) at++;
  while (at < end) {
    const code = classes[at]!;
    if (isVerbal(code)) {
      const token = tokens[at]!;
      if (head >= 0 && code === CLASS.verb) {
        const form = verbForm(token.type);
        const previous = classes[head]!;
        const fits =
          previous === CLASS.be
            ? (form & (FORM.ing | FORM.participle)) !== 0
            : previous === CLASS.have
              ? (form & FORM.participle) !== 0
              : (form & FORM.base) !== 0;
        if (!fits) break;
      }
      if (first < 0) first = at;
      if (code === CLASS.modal && modal === null) modal = token.normal;
      if (code === CLASS.be) seenBe = true;
      head = at++;
      if (code === CLASS.verb) break;
      continue;
    }
    if (code !== CLASS.adverb && code !== CLASS.not) break;
    let next = at;
    while (next < end && next < at + 4 && (classes[next] === CLASS.adverb || classes[next] === CLASS.not))
      next++;
    const after = next < end ? classes[next]! : CLASS.other;
    // "Those who say it is good enough should try it": a modal opens a group of its own.
    const joined = isVerbal(after) && (head < 0 || (isAuxiliary(classes[head]!) && after !== CLASS.modal));
    for (let k = at; k < next; k++) if (classes[k] === CLASS.not && head >= 0) negated = true;
    if (!joined) {
      if (head >= 0 && classes[at] === CLASS.not) at++;
      break;
    }
    at = next;
  }
  if (head < 0) return null;
  const lead = first;
  for (let k = start - 1; k >= 0 && k >= start - 3; k--) {
    if (classes[k] === CLASS.not) negated = true;
    else if (classes[k] !== CLASS.adverb) break;
  }
  const token = tokens[head]!;
  const form = verbForm(token.type);
  const leadCode = classes[lead]!;
  const leadWord = tokens[lead]!.normal;
  let finite = !infinitive && leadWord !== 'being' && leadWord !== 'been' && leadWord !== 'having';
  if (finite && leadWord === 'be') finite = false;
  let passive =
    classes[head] === CLASS.verb &&
    head !== lead &&
    seenBe &&
    (form & FORM.participle) !== 0 &&
    form !== FORM.ing;
  if (finite && leadCode === CLASS.verb) {
    const before = start > 0 ? classes[start - 1]! : CLASS.stop;
    if (form === FORM.ing || form === FORM.participle) finite = false;
    else if ((form & FORM.participle) !== 0 && tokens[head + 1]?.normal === 'by') finite = false;
    else if (
      (form & FORM.third) === 0 &&
      (before === CLASS.determiner || before === CLASS.possessive || before === CLASS.preposition)
    ) {
      finite = false;
    } else if (form === FORM.base && before === CLASS.adjective) finite = false;
    if (!finite && (form & FORM.participle) !== 0) passive = true;
  }
  return {
    start,
    end: Math.max(head + 1, Math.min(at, end)),
    head,
    finite,
    infinitive,
    passive,
    negated,
    modal,
    form
  };
}
