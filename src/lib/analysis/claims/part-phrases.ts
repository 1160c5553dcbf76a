/** Noun phrases beside a verb: what it has for an object or a complement. */
import type { TokenRange } from '$lib/text/document';
import { finiteAt, isNominal, opensPhrase, REACH, verbGroupAt, type ClauseMap } from '../voice/clauses';
import { FORM, verbForm } from '../voice/verb-forms';
import { CLASS } from '../voice/word-classes';

/**
 * A phrase up to its first preposition, and without a mark or a conjunction at its end.
 *
 * @param withOf whether "of" and what follows it belongs to the phrase
 */
export function coreOf({ classes, tokens }: ClauseMap, phrase: TokenRange, withOf = true): TokenRange {
  let end = phrase.firstToken + 1;
  while (
    end < phrase.tokenEnd &&
    classes[end] !== CLASS.to &&
    (classes[end] !== CLASS.preposition || (withOf && tokens[end]!.normal === 'of'))
  )
    end++;
  while (
    end > phrase.firstToken + 1 &&
    (classes[end - 1] === CLASS.conjunction || classes[end - 1] === CLASS.comma)
  )
    end--;
  return { firstToken: phrase.firstToken, tokenEnd: end };
}

const DAYS = new Set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight'.split(' ')
);
const POINTS = new Set('last next this that each every'.split(' '));
const STRETCHES = new Set(
  'day week month year night morning evening afternoon weekend decade century season spring summer autumn fall winter time'.split(
    ' '
  )
);

/** Whether a phrase names a time by the calendar of its reader: "Thursday", "last week". */
export function isTime({ tokens }: ClauseMap, firstToken: number, tokenEnd: number): boolean {
  const first = tokens[firstToken];
  if (!first || tokenEnd > tokens.length) return false;
  if (DAYS.has(first.normal)) return true;
  return (
    POINTS.has(first.normal) && tokenEnd > firstToken + 1 && STRETCHES.has(tokens[firstToken + 1]!.normal)
  );
}

/** A participle before a noun, taken for a verb or not: "advanced weapons", "a growing threat". */
function isModifier({ classes, tokens }: ClauseMap, at: number): boolean {
  const next = classes[at + 1];
  const nominal = next === CLASS.noun || next === CLASS.name || next === CLASS.adjective;
  return nominal && (verbForm(tokens[at]!.type) & (FORM.participle | FORM.ing)) !== 0;
}

/** "'s", not "their". */
const isGenitive = (map: ClauseMap, at: number): boolean => /^['’]/.test(map.tokens[at]!.text);

/** Whether another item of the phrase comes after a comma or an "and", and not a clause of its own. */
function joins(map: ClauseMap, at: number, end: number): boolean {
  const { classes } = map;
  let next = at + 1;
  if (classes[at] === CLASS.comma && classes[next] === CLASS.conjunction) next++;
  if (next >= end || !opensPhrase(classes[next]!) || classes[next] === CLASS.pronoun) return false;
  const stop = phraseAfter(map, next, end, false);
  if (stop === next) return false;
  let after = stop;
  while (after < end && classes[after] === CLASS.adverb) after++;
  if (after < end && finiteAt(map, after)) return false;
  // A comma goes on with a list only when the list goes on to its "and".
  return (
    classes[at] === CLASS.conjunction ||
    classes[at + 1] === CLASS.conjunction ||
    ((classes[stop] === CLASS.comma || classes[stop] === CLASS.conjunction) && stop + 1 < end)
  );
}

/**
 * End of the noun phrase that begins at a token, with its "of" and its further items, but no other attachments;
 * the token itself when none begins there. Looks at no more than `REACH` tokens.
 */
export function phraseAfter(map: ClauseMap, at: number, end: number, joined = true): number {
  const { classes } = map;
  const limit = Math.min(end, at + REACH);
  let head = -1;
  let k = at;
  for (; k < limit; k++) {
    const code = classes[k]!;
    if (code === CLASS.pronoun || code === CLASS.that || code === CLASS.wh) {
      if (code === CLASS.pronoun && (k === at || classes[k - 1] === CLASS.preposition)) {
        head = k;
        const next = classes[k + 1];
        if (next === CLASS.preposition || next === CLASS.conjunction) continue;
        k++;
      }
      break;
    }
    if (k > at && isTime(map, k, k + 2)) break;
    const fresh = head < 0 || classes[k - 1] === CLASS.preposition || classes[k - 1] === CLASS.conjunction;
    if (code === CLASS.determiner || (code === CLASS.possessive && !isGenitive(map, k))) {
      if (!fresh && classes[k - 1] !== CLASS.determiner && classes[k - 1] !== CLASS.comma) break;
      if (code === CLASS.determiner && k === at) head = -1;
      continue;
    }
    if (code === CLASS.possessive || code === CLASS.hyphen) {
      if (head < 0 && code === CLASS.possessive) break;
      continue;
    }
    if (isNominal(code)) {
      // "Gave the mayor of Tarnby three maps": a number after a name opens the next phrase.
      if (code === CLASS.number && head === k - 1 && isNominal(classes[k + 1] ?? CLASS.stop)) break;
      head = k;
      continue;
    }
    if (code === CLASS.adjective) {
      if (head >= 0 && head === k - 1 && classes[k + 1] !== CLASS.noun && classes[k + 1] !== CLASS.name)
        break;
      continue;
    }
    if (code === CLASS.quote) {
      const opens = k + 1 < limit && (opensPhrase(classes[k + 1]!) || isModifier(map, k + 1));
      if (head < k - 1 && head >= 0 && !opens) break;
      continue;
    }
    if (code === CLASS.adverb) {
      if (classes[k + 1] === CLASS.adjective && head < 0) continue;
      break;
    }
    if (verbGroupAt(map, k)) {
      if (isModifier(map, k) && head < k - 1 + Number(classes[k - 1] === CLASS.hyphen)) continue;
      if (classes[k - 1] === CLASS.hyphen) continue;
      break;
    }
    if (code === CLASS.preposition) {
      const next = classes[k + 1] ?? CLASS.stop;
      if (head >= 0 && map.tokens[k]!.normal === 'of' && (opensPhrase(next) || next === CLASS.quote))
        continue;
      break;
    }
    if (code === CLASS.conjunction || code === CLASS.comma) {
      if (head < 0 && code === CLASS.conjunction && classes[k + 1] === CLASS.adjective) continue;
      if (joined && head >= 0 && joins(map, k, limit)) continue;
      if (
        !joined &&
        code === CLASS.conjunction &&
        classes[k - 1] === CLASS.adjective &&
        classes[k + 1] === CLASS.adjective
      )
        continue;
      break;
    }
    break;
  }
  if (head < 0) return at;
  let quotes = 0;
  for (let i = at; i < k; i++) if (classes[i] === CLASS.quote) quotes++;
  const closes = classes[k - 1] === CLASS.quote && quotes % 2 === 0;
  return closes ? k : head + 1;
}
