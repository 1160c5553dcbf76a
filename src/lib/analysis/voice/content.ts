/** Where the content of a cue begins, to the right of it. */
import type { Token, TokenRange } from '$lib/text/document';
import { boundStart } from '$lib/text/quantity-bounds';
import { finiteAt, isNominal, opensPhrase, verbGroupAt, type ClauseMap, type VerbGroup } from './clauses';
import { CUE, type CueLexicon } from './cue-lexicon';
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
export function sceneOf(
  map: ClauseMap,
  lexicon: CueLexicon,
  quotations: Quotations,
  asides: readonly TokenRange[]
): Scene {
  const { tokens } = map;
  const { cueBits } = lexicon;
  const cues = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at++) cues[at] = cueBits(tokens[at]!.type);
  for (const { firstToken, tokenEnd } of asides) {
    // Without a comma it may as well be what is said.
    if (map.classes[firstToken - 1] !== CLASS.comma) continue;
    cues[firstToken]! |= CUE.aside;
    for (let at = firstToken; at < tokenEnd; at++) cues[at]! |= CUE.inAside;
  }
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
