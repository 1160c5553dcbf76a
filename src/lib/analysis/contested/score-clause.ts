import type { Token, TokenRange } from '$lib/text/document';
import { isYearKey } from '../claims/terms';
import { contestedWords } from './contested-words';
import { bestPerTerm, coverage, doneByAnother, rolesExchanged, speaksOfOtherYear, type Hit } from './align';
import { nearness } from './cue-hits';
import { pointers } from './denial-frames';
import { momentsIn, onOtherSide } from './moments';
import { leavesOccasion } from './occasion';
import type { Scored, Search } from './search';
import { inside, type Clause } from './sentence-clauses';
import { CONTESTED } from './weights';

/** "Promised that …", "pledged not to …", "allegations of …": the content follows. */
function opensContent(tokens: readonly Token[], from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 5); i++) {
    const { normal, pos } = tokens[i]!;
    if (normal === 'that') return true;
    if (normal === 'to') return i === from || tokens[i - 1]!.normal === 'not';
    if (normal === 'of') return i === from;
    if (pos === 'PUNCT' || pos === 'CCONJ' || pos === 'VERB' || pos === 'AUX') return false;
  }
  return false;
}

/** Scores one clause of a sentence against the claim, with the sentence and the one before as its surroundings. */
export function scoreClause(search: Search, index: number, clause: Clause): Scored {
  const { field, form } = search;
  const { tokens } = search.reading.document;
  const here = search.hits(index);
  const own = bestPerTerm(field, here, (hit) => inside(clause, hit.token));
  const near = bestPerTerm(field, here, () => true);
  const earlier = bestPerTerm(field, search.hits(index - 1), () => true);
  const pointing = contestedWords(search.knowledge, 'pointer-near');
  let points = false;
  for (let i = clause.firstToken; i < clause.tokenEnd && !points; i++)
    points = pointing.has(tokens[i]!.normal);
  const anchorHit = anchor(search, here, clause);
  const open = anchorHit !== null && form.terms[anchorHit.term]!.root && isOpen(search, clause, anchorHit);
  const back = points || open ? CONTESTED.beforePointed : CONTESTED.before;
  const best = own.map((quality, i) =>
    Math.max(
      quality,
      near[i]! * CONTESTED.sentence,
      earlier[i]! * back,
      open ? search.occasion[i]! * CONTESTED.occasion : 0
    )
  );
  let agreement = coverage(field, best);
  const made = search.made.get(index - 1) ?? search.made.get(index - 2);
  if (anchorHit && made !== undefined && pointsToClaim(search, clause, anchorHit)) {
    agreement = Math.max(agreement, made * CONTESTED.inherited);
  } else if (anchorHit) {
    const sentence = search.reading.document.sentences[index]!;
    // Whoever wrote down the years meant them; a year in the statement may be beside the point.
    if (speaksOfOtherYear(field, sentence)) agreement *= form.span ? 0 : CONTESTED.otherYear;
    if (setsOtherTime(search, sentence)) agreement *= CONTESTED.otherSide;
    if (saysSomethingElse(search, anchorHit, sentence, near)) agreement *= CONTESTED.otherContent;
    if (form.terms[anchorHit.term]!.root && rolesExchanged(field, anchorHit.token, sentence)) {
      agreement *= CONTESTED.exchanged;
    }
    if (form.terms[anchorHit.term]!.root && doneByAnother(field, anchorHit.token, sentence)) {
      agreement *= CONTESTED.otherAgent;
    }
    if (!search.cues && !saysEnough(search, best, near)) agreement *= CONTESTED.tooLittle;
    if (!search.cues && !namesDoer(search, index)) agreement *= CONTESTED.nobodysDoing;
  }
  const alone = coverage(field, own);
  if (!search.cues)
    return {
      clause,
      score: agreement,
      alone,
      anchor: anchorHit?.token ?? -1,
      opposed: anchorHit?.opposed ?? false,
      own: anchorHit !== null
    };
  const close = nearness(search.cues, index, clause);
  return {
    clause,
    score:
      close === 0
        ? agreement * (1 - CONTESTED.cueShare)
        : (1 - CONTESTED.cueShare) * agreement + CONTESTED.cueShare * close,
    alone,
    anchor: close === 0 ? -1 : (anchorHit?.token ?? cueAnchor(search, index, clause)),
    opposed: anchorHit?.opposed ?? false,
    own: anchorHit !== null
  };
}

/** The word of a clause that carries the claim: its root, else its weightiest word that is no name or number. */
function anchor(search: Search, hits: readonly Hit[], clause: TokenRange): Hit | null {
  let best: Hit | null = null;
  let weight = 0;
  for (const hit of hits) {
    const term = search.form.terms[hit.term]!;
    if (term.kind !== 'word' || term.frame || !inside(clause, hit.token)) continue;
    // "X is Y" is not made by a sentence that never says Y of anybody.
    if (search.form.copular && (!term.root || hit.quality <= CONTESTED.otherHead)) continue;
    const worth = (term.root ? 10 : search.field.weights[hit.term]!) * hit.quality;
    if (worth > weight) [best, weight] = [hit, worth];
  }
  return best;
}

/** A clause that leaves it to its text what it speaks of, and holds the claim's main word itself. */
function isOpen(search: Search, clause: TokenRange, { token, quality }: Hit): boolean {
  if (quality < CONTESTED.opposite) return false;
  return leavesOccasion(search.knowledge, search.reading.document.tokens, clause, token, search.form);
}

/** "Received before the deadline" for the claim that they came after it. */
function setsOtherTime({ form, field, reading, knowledge }: Search, sentence: TokenRange): boolean {
  if (form.moments.size === 0) return false;
  const told = momentsIn(reading.document.tokens, field.terms, sentence, knowledge);
  return onOtherSide(form.moments, told);
}

function cueAnchor(search: Search, index: number, clause: TokenRange): number {
  if (!search.cues) return -1;
  // A cue for what a claim says of its subject does not stand for its being said.
  if (search.form.copular && search.form.cueIsRoot[search.cues.rarest]) return -1;
  const tokens = search.cues.groups[search.cues.rarest]!.get(index) ?? [];
  return tokens.find((token) => inside(clause, token)) ?? -1;
}

/** "This promise": a determiner that points back, before the word that carries the claim. */
function pointsToClaim(search: Search, clause: TokenRange, anchor: Hit): boolean {
  if (!search.form.terms[anchor.term]!.root) return false;
  // "The leak", "this order": the claim's own deed again.
  const { tokens } = search.reading.document;
  const before = tokens[anchor.token - 1]?.normal;
  if (tokens[anchor.token]!.pos === 'NOUN' && (before === 'the' || before === 'this' || before === 'that'))
    return true;
  return pointers(search.reading, search.knowledge, clause).some(
    (match) => anchor.token >= match.firstToken && anchor.token < match.tokenEnd
  );
}

/** "Flight 418" in the opening or anywhere else in a text: its other sentences need not name it again. */
function isNamed({ form, field, occasion }: Search, index: number): boolean {
  const { label, key } = form.terms[index]!;
  return label && (occasion[index]! > 0 || field.terms.sentencesWith.has(key));
}

/**
 * Without cues, more is asked: the claim's main word in the sentence, its figures, and two of its telling
 * words, of which a year may be one.
 */
function saysEnough(search: Search, best: ArrayLike<number>, near: ArrayLike<number>): boolean {
  let telling = 0;
  let met = 0;
  for (const [i, term] of search.form.terms.entries()) {
    if (term.required && near[i]! <= CONTESTED.otherHead) return false;
    if (term.kind === 'number' && !isYearKey(term.key) && near[i] === 0 && !isNamed(search, i)) return false;
    if (term.kind === 'actor' || (term.light && !term.root) || term.second || search.form.heads.has(term.key))
      continue;
    if (term.kind === 'word') telling++;
    if (best[i]! >= CONTESTED.met) met++;
  }
  return met >= Math.min(CONTESTED.tellingWords, telling);
}

/** Sentences before one in which whoever it speaks of may have been named. */
const NAMED_BEFORE = 3;

/** "Part of the bridge collapsed" says of nobody that he caused it: the claim's doer is named there or shortly before. */
function namesDoer({ form, field, reading }: Search, index: number): boolean {
  if (form.doers.size === 0) return true;
  const { sentences } = reading.document;
  const { keys, plain } = field.terms;
  const from = sentences[Math.max(0, index - NAMED_BEFORE)]!.firstToken;
  for (let i = from; i < sentences[index]!.tokenEnd; i++)
    if (form.doers.has(keys[i]!) || form.doers.has(plain[i]!)) return true;
  return false;
}

/** "Promised that …" with a content that shares nothing with what the claim says was promised. */
function saysSomethingElse(search: Search, anchor: Hit, sentence: TokenRange, near: Float64Array): boolean {
  const { terms } = search.form;
  if (!terms[anchor.term]!.root || search.form.copular) return false;
  const { tokens } = search.reading.document;
  if (!opensContent(tokens, anchor.token + 1, sentence.tokenEnd)) return false;
  const wanted = terms
    .map((term, i) => ({ term, i }))
    .filter(({ term }) => term.after && term.kind === 'word');
  return wanted.length > 0 && wanted.every(({ i }) => near[i] === 0);
}
