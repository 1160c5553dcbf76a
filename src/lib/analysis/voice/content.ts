/** Where the content of a cue begins and ends, to the right of it. */
import type { Token } from '$lib/text/document';
import { boundStart } from '$lib/text/quantity-bounds';
import {
  CONTENT_REACH,
  finiteAt,
  isNominal,
  opensPhrase,
  phraseEnd,
  verbGroupAt,
  type ClauseMap,
  type VerbGroup
} from './clauses';
import type { CueLexicon } from './cue-lexicon';
import { quotationAt, type Quotations } from './quotations';
import { FORM } from './verb-forms';
import { CLASS } from './word-classes';

/** What every reader of cues is handed. */
export interface Scene {
  readonly map: ClauseMap;
  readonly lexicon: CueLexicon;
  readonly quotations: Quotations;
  /** By token, what it may begin or be, as bits of `CUE`. */
  readonly cues: Uint8Array;
}

/** Reads the tokens of a document once for all readers of cues. */
export function sceneOf(map: ClauseMap, lexicon: CueLexicon, quotations: Quotations): Scene {
  const { tokens } = map;
  const { cueBits } = lexicon;
  const cues = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) cues[at] = cueBits(tokens[at]!.type);
  return { map, lexicon, quotations, cues };
}

/** What stands to the right of a cue. */
export interface Right {
  readonly kind: 'that' | 'bare' | 'quote' | 'wh' | 'colon' | 'infinitive' | 'phrase' | 'none';
  readonly start: number;
}

/** Tokens to the right of a cue in which its content must begin. */
const RIGHT_REACH = 16;
/** Tokens of a noun phrase in which a bare clause must show its verb. */
const BARE_REACH = 28;
const INSIDE = new Set<number>([CLASS.determiner, CLASS.adjective, CLASS.possessive, CLASS.preposition]);
/** Tokens in which an insertion between two commas must close. */
const INSERTION = 12;

const isWhether = (token: Token): boolean => token.normal === 'whether' || token.normal === 'if';
const RELATIVE = new Set(['which', 'who', 'where', 'whose']);
const GENITIVE = new Set(["'s", '’s', "'", '’']);

/** The comma that closes a short insertion opened at `at`; 0 when there is none. */
export function closingComma(map: ClauseMap, at: number, end: number): number {
  const limit = Math.min(end, at + INSERTION);
  for (let k = at + 2; k < limit; k++) {
    const code = map.classes[k]!;
    if (code === CLASS.comma) return k;
    if (code === CLASS.stop || code === CLASS.quote) return 0;
  }
  return 0;
}

/** A verb that is no noun in disguise: "the rate cut" is no clause, "the rate fell" is. */
function isSolid(map: ClauseMap, group: VerbGroup): boolean {
  if (group.form !== FORM.base || group.end - group.start > 1 || map.classes[group.head] !== CLASS.verb)
    return true;
  const before = map.tokens[group.start - 1];
  return (
    before !== undefined &&
    (map.classes[group.start - 1] === CLASS.pronoun ||
      before.normal.endsWith('s') ||
      map.classes[group.start - 1] === CLASS.adverb)
  );
}

/** Tokens in which the verb of a long reported clause must stand: "said the days when … are gone". */
const LONG_CLAUSE = 60;

/** Whether a finite verb stands behind a reported phrase, however long that is. */
export function verbBehind(map: ClauseMap, from: number, end: number): boolean {
  for (let k = from; k < end && k < from + LONG_CLAUSE; k++) {
    if (finiteAt(map, k)) return true;
    if (map.classes[k] === CLASS.semicolon || map.classes[k] === CLASS.quote) return false;
  }
  return false;
}

/** Where a phrase begins with what bounds its number: "at least 17 people". */
export function withBound({ classes, tokens }: ClauseMap, start: number, from: number): number {
  return classes[start] === CLASS.number ? Math.max(from, boundStart(tokens, start)) : start;
}

/** Looks for the first sign of content from `from` on; `addressed`: a listener may stand before it. */
export function scanRight(scene: Scene, from: number, end: number, addressed: boolean): Right {
  const { map, quotations } = scene;
  const { tokens, classes } = map;
  const limit = Math.min(end, from + RIGHT_REACH);
  let phrase = -1;
  let governed = false;
  let bareLimit = Math.min(end, from + BARE_REACH);
  const nothing = (): Right =>
    phrase >= 0 ? { kind: 'phrase', start: phrase } : { kind: 'none', start: from };
  for (let at = from; at < bareLimit; at++) {
    const code = classes[at]!;
    const near = at < limit;
    if (code === CLASS.quote) {
      const quotation = quotationAt(quotations, at);
      // 'the “frozen” talks': marks inside a noun phrase, no speech.
      const inside = quotation && !quotation.speech && at > from && INSIDE.has(classes[at - 1]!);
      if (near && quotation && quotation.firstToken === at && !inside) return { kind: 'quote', start: at };
      continue;
    }
    if (code === CLASS.that && near && (tokens[at]!.pos === 'SCONJ' || at === from || phrase >= 0)) {
      const next = classes[at + 1];
      // "everything that happened" is a relative clause, unless the verb comes right after the cue.
      const relative = at > from && finiteAt(map, at + 1) !== null;
      if (at + 1 < end && next !== CLASS.comma && next !== CLASS.stop && !relative) {
        return { kind: 'that', start: at };
      }
      if (at + 1 < end && next === CLASS.comma && closingComma(map, at + 1, end) > 0)
        return { kind: 'that', start: at };
    }
    if (code === CLASS.comma) {
      const next = classes[at + 1];
      if (next === CLASS.quote && near) continue;
      if (
        at === from &&
        near &&
        next !== CLASS.that &&
        !(closingComma(map, at, end) > 0 && classes[closingComma(map, at, end) + 1] === CLASS.that)
      ) {
        return { kind: 'none', start: from };
      }
      if (near && (phrase < 0 || classes[closingComma(map, at, end) + 1] === CLASS.that)) {
        const closed = closingComma(map, at, end);
        if (closed > 0) {
          at = closed;
          continue;
        }
      }
      if (at + 1 < end && next === CLASS.that && near) continue;
      return nothing();
    }
    if (code === CLASS.colon) return near ? { kind: 'colon', start: at + 1 } : nothing();
    if (code === CLASS.stop || code === CLASS.semicolon || code === CLASS.dash) return nothing();
    const asks = code === CLASS.wh || isWhether(tokens[at]!);
    if (asks && near && !(phrase >= 0 && RELATIVE.has(tokens[at]!.normal))) return { kind: 'wh', start: at };
    if (code === CLASS.subordinator && at > from && !asks) return nothing();
    const group = verbGroupAt(map, at);
    if (group && group.start === at) {
      if (group.finite && phrase >= 0 && isSolid(map, group)) {
        return classes[at - 1] === CLASS.conjunction || governed
          ? nothing()
          : { kind: 'bare', start: withBound(map, phrase, from) };
      }
      if (group.infinitive && near) return { kind: 'infinitive', start: at };
      if (!group.finite && phrase < 0 && near) phrase = at;
      at = group.end - 1;
      continue;
    }
    if (!opensPhrase(code)) continue;
    const before = classes[at - 1]!;
    const fresh =
      phrase >= 0 &&
      (code === CLASS.determiner ||
        code === CLASS.pronoun ||
        code === CLASS.possessive ||
        (addressed && code === CLASS.name && before !== CLASS.name)) &&
      (isNominal(before) || before === CLASS.pronoun) &&
      !GENITIVE.has(tokens[at]!.normal);
    if (phrase < 0 || (fresh && near)) {
      phrase = at;
      governed = before === CLASS.preposition && at > from;
      bareLimit = Math.min(end, at + BARE_REACH);
    }
  }
  return nothing();
}

/** Whether a main clause begins after the comma at `at`: a subject with its finite verb. */
export function mainClauseAfter(map: ClauseMap, at: number, end: number): number {
  let next = at + 1;
  while (next < end && map.classes[next] === CLASS.adverb) next++;
  const stop = phraseEnd(map, next, end);
  if (stop === next) return -1;
  let verb = stop;
  while (verb < end && map.classes[verb] === CLASS.adverb) verb++;
  return finiteAt(map, verb) || finiteAt(map, stop) ? next : -1;
}

/** Words that set a clause of their own against what was said, or beside it. */
const CONTRASTS = /^(?:and|but|yet|although|though|while|whereas)$/;

/**
 * Where an object without a "that" ends: where `contentEnd` says, or before a clause with its own subject that a
 * joint opens: "considered closing the road, | but the plan was dropped".
 */
export function objectEnd(scene: Scene, start: number, end: number, subordinate = false): number {
  const { map } = scene;
  const stop = contentEnd(scene, start, end, subordinate);
  for (let at = start + 1; at + 1 < stop; at++) {
    if (map.classes[at] !== CLASS.comma || !CONTRASTS.test(map.tokens[at + 1]!.normal)) continue;
    if (mainClauseAfter(map, at + 1, stop) >= 0) return at;
  }
  return stop;
}

/** Words that open a clause with a verb of its own inside a phrase. */
const EMBEDS = new Set<number>([CLASS.that, CLASS.wh, CLASS.subordinator]);

/**
 * Where a phrase with clauses inside it ends: before the finite verb that none of them accounts for, as in
 * "the view of the dam as a threat | has hardened". `allowed`: verbs it may hold without a word opening them.
 */
export function beforeMainVerb(scene: Scene, start: number, end: number, allowed: number): number {
  const { map, lexicon } = scene;
  const { classes, tokens } = map;
  const stop = contentEnd(scene, start, end);
  let seen = false;
  for (let at = start; at < stop; at++) {
    const code = classes[at]!;
    if (EMBEDS.has(code) && (code !== CLASS.subordinator || clauseOpens(map, at, stop))) allowed++;
    const joint = code === CLASS.comma || code === CLASS.conjunction;
    if (code === CLASS.conjunction && seen) {
      let next = at + 1;
      while (next < stop && classes[next] === CLASS.adverb) next++;
      const phrase = phraseEnd(map, next, stop);
      if (finiteAt(map, next) || (phrase > next && finiteAt(map, phrase))) allowed++;
    }
    if (joint) continue;
    const group = finiteAt(map, at);
    if (!group) continue;
    if (--allowed < 0) {
      const mark = classes[at - 1];
      return mark === CLASS.comma || mark === CLASS.dash ? at - 1 : at;
    }
    seen = true;
    // "they say the road is closed": the inner clause has a verb as well.
    if (lexicon.verbs.get(tokens[group.head]!.normal)?.some((cue) => cue.clause !== null)) {
      if (opensPhrase(classes[group.end] ?? CLASS.stop)) allowed++;
    }
    at = group.end - 1;
  }
  return stop;
}

/** Whether a subordinator has a verb after its phrase: "as it fell", not "as a threat". */
function clauseOpens(map: ClauseMap, at: number, end: number): boolean {
  const stop = phraseEnd(map, at + 1, end);
  return stop > at + 1 && finiteAt(map, stop) !== null && !/^(?:as|than)$/.test(map.tokens[at]!.normal);
}

/**
 * Where an indirect content that starts at `start` ends. `subordinate`: the cue stands in a clause that a
 * main clause follows ("While she sees it as a gain, he …"), so a comma before a new subject closes it.
 */
export function contentEnd(scene: Scene, start: number, end: number, subordinate = false): number {
  const { map, lexicon } = scene;
  const { tokens, classes } = map;
  end = Math.min(end, start + CONTENT_REACH);
  for (let at = start + 1; at < end; at++) {
    const code = classes[at]!;
    if (code === CLASS.semicolon) return at;
    if (code !== CLASS.comma && code !== CLASS.conjunction) continue;
    const comma = code === CLASS.comma;
    if (comma && subordinate && mainClauseAfter(map, at, end) >= 0) return at;
    let next = at + 1;
    if (comma && classes[next] === CLASS.conjunction) next++;
    const joined = next > at + 1 || !comma;
    while (next < end && classes[next] === CLASS.adverb) next++;
    if (next >= end) continue;
    if (tokens[next]!.normal === 'according') return at;
    const group = verbGroupAt(map, next);
    if (group && group.start === next) {
      const cues = lexicon.verbs.get(tokens[group.head]!.normal);
      if (!cues) continue;
      const says = cues.some((cue) => cue.clause !== null);
      const reports = says || cues.some((cue) => cue.accuse || cue.perceive !== null);
      if (comma && reports && !group.finite && group.form === FORM.ing) return at;
      if (joined && says && group.finite && (group.form & FORM.past) !== 0) return at;
      continue;
    }
    // ", but she said", "and the mayor added": a new reporting clause.
    const phrase = phraseEnd(map, next, Math.min(end, next + 8), false);
    const verb = phrase > next ? verbGroupAt(map, phrase) : undefined;
    if (!verb?.finite || verb.start !== phrase) continue;
    if (!joined && classes[verb.end] !== CLASS.comma && verb.end < end - 1) continue;
    const cues = lexicon.verbs.get(tokens[verb.head]!.normal);
    if (cues?.some((cue) => cue.clause === 'say' || cue.clause === 'claim')) return at;
  }
  return end;
}
