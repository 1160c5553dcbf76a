/** Reporting, perceiving, accusing and promising verbs: who holds what, before, inside and after the content. */
import type { Token, TokenRange } from '$lib/text/document';
import {
  finiteAt,
  hasWords,
  isNominal,
  opensPhrase,
  phraseEnd,
  phraseStart,
  REACH,
  type ClauseMap,
  type VerbGroup
} from './clauses';
import type { Cue, CueLexicon } from './cue-lexicon';
import { range, type Finding } from './finding';
import type { Quotations } from './quotations';
import { FORM, formOf } from './verb-forms';
import { CLASS } from './word-classes';

export interface Scene {
  readonly map: ClauseMap;
  readonly lexicon: CueLexicon;
  readonly quotations: Quotations;
}

/** What stands to the right of a cue. */
interface Right {
  readonly kind: 'that' | 'bare' | 'quote' | 'wh' | 'colon' | 'infinitive' | 'phrase' | 'none';
  readonly start: number;
}

/** Tokens to the right of a cue in which its content must begin. */
const RIGHT_REACH = 16;
/** Tokens of a noun phrase in which a bare clause must show its verb. */
const BARE_REACH = 28;

const ADDRESSED = new Set([
  'tell',
  'inform',
  'assure',
  'remind',
  'warn',
  'notify',
  'advise',
  'brief',
  'persuade',
  'convince',
  'promise',
  'ask',
  'reassure',
  'show',
  'text',
  'email'
]);
const FIRST_PERSON = new Set(['i', 'we', 'you', "let's"]);
const RELATIVE = new Set(['who', 'which', 'that']);

function scanRight(scene: Scene, from: number, end: number, addressed: boolean): Right {
  const { map, quotations } = scene;
  const { tokens, classes } = map;
  const limit = Math.min(end, from + RIGHT_REACH);
  let phrase = -1;
  let bareLimit = Math.min(end, from + BARE_REACH);
  for (let at = from; at < bareLimit; at++) {
    const code = classes[at]!;
    const near = at < limit;
    if (code === CLASS.quote) {
      const quotation = quotations.list[quotations.at[at]!];
      if (near && quotation && quotation.firstToken === at) return { kind: 'quote', start: at };
      continue;
    }
    if (code === CLASS.that && near && (tokens[at]!.pos === 'SCONJ' || at === from || phrase >= 0)) {
      const next = classes[at + 1];
      if (at + 1 < end && next !== CLASS.comma && next !== CLASS.stop) {
        const group = finiteAt(map, at + 1);
        // "everything that happened": a relative clause, unless the verb comes right after the cue.
        if (!group || at === from) return { kind: 'that', start: at };
      }
    }
    if (code === CLASS.comma) {
      const next = classes[at + 1];
      if (next === CLASS.quote && near) continue;
      if (at === from && near) return { kind: 'none', start: from };
      if (closingComma(map, at, end) > 0 && near && phrase < 0) {
        at = closingComma(map, at, end);
        continue;
      }
      if (at + 1 < end && classes[at + 1] === CLASS.that && near) continue;
      break;
    }
    if (code === CLASS.colon)
      return near ? { kind: 'colon', start: at + 1 } : { kind: 'phrase', start: phrase };
    if (code === CLASS.stop || code === CLASS.semicolon || code === CLASS.dash) break;
    if (
      (code === CLASS.wh || isWhether(tokens[at]!)) &&
      near &&
      (phrase < 0 || addressed || tokens[at]!.normal !== 'which')
    ) {
      if (!(phrase >= 0 && isRelative(tokens[at]!))) return { kind: 'wh', start: at };
    }
    if (code === CLASS.subordinator && at > from && !isWhether(tokens[at]!)) break;
    const group = map.groups[map.groupAt[at]!];
    if (group && group.start === at) {
      if (group.finite && phrase >= 0 && classes[at - 1] !== CLASS.pronoun)
        return { kind: 'bare', start: phrase };
      if (group.finite && phrase >= 0) return { kind: 'bare', start: phrase };
      if (group.infinitive && near) return { kind: 'infinitive', start: at };
      if (!group.finite && phrase < 0 && near) phrase = at;
      at = group.end - 1;
      continue;
    }
    if (opensPhrase(code)) {
      const before = classes[at - 1]!;
      const fresh =
        phrase >= 0 &&
        (code === CLASS.determiner ||
          code === CLASS.pronoun ||
          code === CLASS.possessive ||
          (addressed && code === CLASS.name)) &&
        (isNominal(before) || before === CLASS.pronoun) &&
        tokens[at]!.normal !== "'s" &&
        tokens[at]!.normal !== '’s' &&
        tokens[at]!.normal !== "'";
      if (phrase < 0 || (fresh && near)) {
        phrase = at;
        bareLimit = Math.min(end, at + BARE_REACH);
      }
    }
  }
  return phrase >= 0 ? { kind: 'phrase', start: phrase } : { kind: 'none', start: from };
}

function isWhether(token: Token): boolean {
  return token.normal === 'whether' || token.normal === 'if';
}

function isRelative(token: Token): boolean {
  return (
    token.normal === 'which' || token.normal === 'who' || token.normal === 'where' || token.normal === 'whose'
  );
}

/** The comma that closes a short insertion opened at `at`; 0 when there is none. */
function closingComma(map: ClauseMap, at: number, end: number): number {
  const limit = Math.min(end, at + 12);
  for (let k = at + 2; k < limit; k++) {
    const code = map.classes[k]!;
    if (code === CLASS.comma) return k;
    if (code === CLASS.stop || code === CLASS.quote) return 0;
  }
  return 0;
}

/** Where an indirect content that starts at `start` ends. */
export function contentEnd(scene: Scene, start: number, end: number): number {
  const { map, lexicon } = scene;
  const { tokens, classes, groups, groupAt } = map;
  for (let at = start + 1; at < end; at++) {
    const code = classes[at]!;
    if (code === CLASS.semicolon) return at;
    if (code !== CLASS.comma && code !== CLASS.conjunction && code !== CLASS.dash) continue;
    let next = at + 1;
    const comma = code === CLASS.comma;
    if (comma && classes[next] === CLASS.conjunction) next++;
    const joined = next > at + 1 || code === CLASS.conjunction;
    while (next < end && classes[next] === CLASS.adverb) next++;
    if (next >= end) continue;
    if (tokens[next]!.normal === 'according') return at;
    const group = groups[groupAt[next]!];
    if (group && group.start === next) {
      const cues = lexicon.verbs.get(tokens[group.head]!.normal);
      const reports = cues?.some((cue) => cue.clause !== null || cue.accuse || cue.perceive !== null);
      if (!reports) continue;
      if (comma && !group.finite && group.form === FORM.ing) return at;
      if (
        joined &&
        group.finite &&
        (group.form & FORM.past) !== 0 &&
        cues?.some((cue) => cue.clause !== null)
      )
        return at;
      continue;
    }
    // ", but she said", "and the mayor added": a new reporting clause.
    if (joined || comma) {
      const phrase = phraseEnd(map, next, Math.min(end, next + 8), false);
      const verb = phrase > next ? groups[groupAt[phrase]!] : undefined;
      if (
        verb?.finite &&
        verb.start === phrase &&
        (joined || classes[verb.end] === CLASS.comma || verb.end >= end - 1)
      ) {
        if (
          lexicon.verbs
            .get(tokens[verb.head]!.normal)
            ?.some((cue) => cue.clause === 'say' || cue.clause === 'claim')
        )
          return at;
      }
    }
  }
  return end;
}

/** The holder to the left of a verb group, or -1: its first token; it ends where the group starts. */
function subjectStart(map: ClauseMap, group: VerbGroup, from: number): TokenRange | null {
  const { tokens, classes } = map;
  let end = group.start;
  while (end > from && (classes[end - 1] === CLASS.adverb || classes[end - 1] === CLASS.not)) end--;
  if (end <= from) return null;
  const before = classes[end - 1]!;
  // "the senator, who …, said" and "Jane Roe, 34, a teacher, said".
  if (before === CLASS.comma || before === CLASS.dash || before === CLASS.close) {
    const opener = before === CLASS.close ? CLASS.open : before;
    const limit = Math.max(from, end - 1 - REACH);
    let found: TokenRange | null = null;
    for (let k = end - 2; k > limit; k--) {
      if (classes[k] === CLASS.quote || classes[k] === CLASS.semicolon) break;
      if (classes[k] !== opener) continue;
      const start = phraseStart(map, k, from);
      if (start === k) continue;
      const next = classes[k + 1];
      const inserted =
        opener !== CLASS.comma ||
        opensPhrase(next!) ||
        next === CLASS.wh ||
        RELATIVE.has(tokens[k + 1]!.normal) ||
        next === CLASS.preposition ||
        next === CLASS.verb;
      if (!inserted) break;
      found = range(start, k);
      if (opener !== CLASS.comma || classes[start - 1] !== CLASS.comma || start - 1 <= from) break;
    }
    return found;
  }
  if (RELATIVE.has(tokens[end - 1]!.normal)) {
    let k = end - 1;
    if (k > from && classes[k - 1] === CLASS.comma) k--;
    const start = phraseStart(map, k, from);
    return start < k ? range(start, k) : null;
  }
  const start = phraseStart(map, end, from);
  return start < end ? range(start, end) : null;
}

function isFirstPerson(map: ClauseMap, holder: TokenRange): boolean {
  return (
    holder.tokenEnd - holder.firstToken <= 2 && FIRST_PERSON.has(map.tokens[holder.tokenEnd - 1]!.normal)
  );
}

/** Finds the attributions that verbs make in one sentence. */
export function readVerbCues(
  scene: Scene,
  sentence: number,
  first: number,
  last: number,
  out: Finding[]
): void {
  const { map, lexicon, quotations } = scene;
  const { tokens, groups, groupAt } = map;
  let subject: TokenRange | null = null;
  for (let at = first; at < last; at++) {
    let group = groups[groupAt[at]!];
    if (group && group.start !== at) continue;
    if (!group) {
      group = mistagged(scene, at, first, last) ?? undefined;
      if (!group) continue;
    }
    // Inside quotation marks a cue reaches no further than they do.
    const quotation = quotations.list[quotations.at[at]!];
    const from = quotation ? Math.max(first, quotation.firstToken + 1) : first;
    const end = quotation ? Math.min(last, quotation.tokenEnd - 1) : last;
    let holder: TokenRange | null = null;
    if (group.finite && !group.passive) {
      holder = subjectStart(map, group, from);
      if (holder) subject = holder;
      else if (at > from && joinsEarlier(map, group, from)) holder = subject;
    } else if (group.finite) {
      const named = subjectStart(map, group, from);
      if (named) subject = named;
    } else holder = subject;
    const cue = cueAt(lexicon, tokens, group.head, end);
    if (!cue) continue;
    if (holder && isFirstPerson(map, holder)) continue;
    const after = Math.max(group.end, group.head + 1 + cue.rest.length);
    const found = group.passive
      ? readPassive(scene, group, cue, after, from, end, sentence)
      : readActive(scene, group, cue, after, from, end, sentence, holder);
    if (found && found.contents.some((part) => hasWords(tokens, part))) out.push(found);
  }
}

function joinsEarlier(map: ClauseMap, group: VerbGroup, from: number): boolean {
  let k = group.start - 1;
  while (k > from && map.classes[k] === CLASS.adverb) k--;
  const code = map.classes[k];
  return code === CLASS.conjunction || code === CLASS.comma || code === CLASS.close || code === CLASS.quote;
}

function cueAt(lexicon: CueLexicon, tokens: readonly Token[], head: number, end: number): Cue | null {
  const cues = lexicon.verbs.get(tokens[head]!.normal);
  if (!cues) return null;
  for (const cue of cues) {
    let fits = head + cue.rest.length < end || cue.rest.length === 0;
    for (let k = 0; k < cue.rest.length && fits; k++) fits = tokens[head + 1 + k]!.normal === cue.rest[k];
    if (fits) return merge(cue, cues);
  }
  return null;
}

/** A longer cue keeps what its bare verb can do only where it says nothing itself. */
function merge(cue: Cue, cues: readonly Cue[]): Cue {
  if (cue.rest.length === 0) return cue;
  const plain = cues.find((other) => other.rest.length === 0);
  return plain && cue.clause === null && cue.perceive === null && cue.topic === null ? plain : cue;
}

/** A verb that the tagger took for a noun: "Critics claim the count was rushed". */
function mistagged(scene: Scene, at: number, first: number, last: number): VerbGroup | null {
  const { map, lexicon } = scene;
  const { tokens, classes } = map;
  const code = classes[at]!;
  if (
    (code !== CLASS.noun && code !== CLASS.adjective && code !== CLASS.name) ||
    at === first ||
    at + 1 >= last
  )
    return null;
  const token = tokens[at]!;
  const cues = lexicon.verbs.get(token.normal);
  if (!cues?.some((cue) => cue.clause !== null || cue.perceive !== null)) return null;
  if (token.text.charCodeAt(0) < 97) return null;
  const before = classes[at - 1]!;
  if (before !== CLASS.noun && before !== CLASS.name && before !== CLASS.pronoun && before !== CLASS.close)
    return null;
  const next = classes[at + 1]!;
  const opens =
    next === CLASS.that ||
    next === CLASS.determiner ||
    next === CLASS.pronoun ||
    next === CLASS.possessive ||
    next === CLASS.quote ||
    next === CLASS.wh;
  if (!opens) return null;
  return {
    start: at,
    end: at + 1,
    head: at,
    finite: true,
    infinitive: false,
    passive: false,
    negated: false,
    modal: null,
    form: formOf(token.normal, token.lemma)
  };
}

const DENYING = new Set(['deny', 'doubt']);

function finding(
  group: VerbGroup,
  after: number,
  sentence: number,
  holder: TokenRange | null,
  rule: string,
  category: string | null,
  kind: string,
  contents: readonly TokenRange[]
): Finding {
  const denies = category !== null && DENYING.has(category) && category !== 'doubt';
  return {
    sentence,
    contents,
    holder,
    cue: range(group.start, after),
    rule: `voice/${rule}`,
    polarity: denies !== group.negated ? 'deny' : 'affirm',
    hedged: category === 'doubt' || category === 'ask' || category === 'want',
    kind: `${kind}:${category ?? ''}`
  };
}

function readActive(
  scene: Scene,
  group: VerbGroup,
  cue: Cue,
  after: number,
  from: number,
  end: number,
  sentence: number,
  holder: TokenRange | null
): Finding | null {
  const { map, quotations } = scene;
  const { tokens, classes } = map;
  const make = (
    rule: string,
    category: string | null,
    kind: string,
    contents: readonly TokenRange[]
  ): Finding => finding(group, after, sentence, holder, rule, category, kind, contents);
  const lemma = tokens[group.head]!.lemma;
  const clause = cue.clause ?? (cue.show ? 'show' : null);
  // After the content: "…, she said", "… ,” said the mayor".
  if (clause !== null && group.finite) {
    const left = readLeft(scene, group, after, from, end, holder);
    if (left) {
      holder = left.holder;
      return make('reporting-verb', clause, 'left', left.contents);
    }
  }
  const right = scanRight(scene, after, end, ADDRESSED.has(lemma));
  const to = (start: number): TokenRange => range(start, contentEnd(scene, start, end));
  if (clause !== null && (holder || !group.finite || group.start > from)) {
    if (right.kind === 'quote') {
      const quotation = quotations.list[quotations.at[right.start]!]!;
      const stop = Math.min(end, quotation.tokenEnd);
      const next = classes[stop];
      const more =
        stop < end &&
        quotation.words < 8 &&
        next !== CLASS.comma &&
        next !== CLASS.stop &&
        next !== CLASS.conjunction &&
        next !== CLASS.subordinator;
      // 'called the plan "dead"' keeps what stands between the verb and the marks.
      const open = cue.perceive !== null && opensPhrase(classes[after]!) ? after : right.start;
      return make('quotation', clause, 'quote', [more ? to(open) : range(open, stop)]);
    }
    if (right.kind === 'that') return make('reporting-verb', clause, 'that', [to(right.start)]);
    if (right.kind === 'colon') return make('reporting-verb', clause, 'colon', [to(right.start)]);
    if (right.kind === 'bare' && cue.perceive !== 'as')
      return make('reporting-verb', clause, 'bare', [to(right.start)]);
    if (right.kind === 'bare') return make('reporting-verb', clause, 'bare', [to(right.start)]);
    if (right.kind === 'wh') return make('reporting-verb', clause, 'wh', [to(right.start)]);
  }
  if (cue.perceive !== null && opensPhrase(classes[after]!)) {
    const as = findAs(map, after, end);
    if (as > 0) return make('perception', 'perceive', 'as', [to(after)]);
    if (cue.perceive !== 'as') return make('perception', 'perceive', 'bare', [to(after)]);
  }
  if (cue.accuse && opensPhrase(classes[after]!)) {
    const object = phraseEnd(map, after, end, false);
    const link = tokens[object]?.normal;
    if (link === 'of' || link === 'for' || link === 'with' || link === 'over')
      return make('accusation', 'accuse', 'of', [to(after)]);
  }
  if (cue.infinitive !== null && right.kind === 'infinitive') {
    return make('commitment', cue.infinitive, 'infinitive', [
      to(cue.infinitive === 'request' ? after : right.start)
    ]);
  }
  if (cue.topic !== null || cue.accuse || cue.infinitive === 'request' || cue.infinitive === 'promise') {
    const category = cue.topic ?? (cue.accuse ? 'judge' : (cue.infinitive ?? 'judge'));
    let start = after;
    if (classes[start] === CLASS.preposition && cue.rest.length === 0) return null;
    while (start < end && classes[start] === CLASS.adverb) start++;
    const stop = phraseEnd(map, start, end);
    if (stop > start) return make('topic', category, 'phrase', [range(start, stop)]);
    const inner = map.groups[map.groupAt[start]!];
    if (inner && !inner.finite) return make('topic', category, 'deed', [to(start)]);
  }
  return null;
}

function findAs(map: ClauseMap, from: number, end: number): number {
  const limit = Math.min(end, from + REACH / 2);
  for (let k = from + 1; k < limit; k++) {
    if (map.tokens[k]!.normal === 'as') return k;
    const code = map.classes[k]!;
    if (code === CLASS.stop || code === CLASS.semicolon) return 0;
    if (finiteAt(map, k)) return 0;
  }
  return 0;
}

/** Content before the cue: "…, she said", "… ,” said the mayor", and what follows an insertion. */
function readLeft(
  scene: Scene,
  group: VerbGroup,
  after: number,
  from: number,
  end: number,
  holder: TokenRange | null
): { contents: TokenRange[]; holder: TokenRange | null } | null {
  const { map, quotations } = scene;
  const { classes } = map;
  const edge = (k: number): boolean => {
    const code = classes[k];
    return code === CLASS.comma || code === CLASS.quote || code === CLASS.dash;
  };
  let start: number;
  let stop = after;
  let named = holder;
  if (holder && holder.tokenEnd <= group.start && edge(holder.firstToken - 1) && holder.firstToken > from) {
    start = holder.firstToken;
    const next = classes[after];
    const closes =
      after >= end ||
      next === CLASS.stop ||
      next === CLASS.comma ||
      next === CLASS.dash ||
      next === CLASS.colon ||
      (classes[start - 1] === CLASS.quote && quotations.at[start - 1]! >= 0 && classes[after] !== CLASS.that);
    if (!closes) return null;
    if (next === CLASS.colon) return null;
  } else if (edge(group.start - 1) && group.start > from && opensPhrase(classes[after]!)) {
    const code = classes[group.start - 1];
    start = group.start;
    stop = phraseEnd(map, after, end);
    if (stop === after) return null;
    const closed =
      quotations.at[start - 1]! >= 0 || (code === CLASS.comma && classes[start - 2] === CLASS.quote);
    if (!closed && code !== CLASS.comma) return null;
    if (!closed && !(stop >= end || classes[stop] === CLASS.stop || classes[stop] === CLASS.comma))
      return null;
    named = range(after, stop);
  } else return null;
  if (group.negated) return null;
  const before = start - 1;
  const inQuote =
    quotations.at[before]! >= 0
      ? quotations.at[before]!
      : classes[before] === CLASS.comma && before > from
        ? quotations.at[before - 1]!
        : -1;
  const contents: TokenRange[] = [];
  if (inQuote >= 0) {
    const quotation = quotations.list[inQuote]!;
    contents.push(
      range(
        Math.max(from, quotation.words < 6 ? from : quotation.firstToken),
        Math.min(end, quotation.tokenEnd)
      )
    );
  } else {
    let open = from;
    while (open < before && (classes[open] === CLASS.conjunction || classes[open] === CLASS.comma)) open++;
    if (open >= before) return null;
    // A bare opening phrase ("On Monday, she said …") is no content: it must hold a verb or close the sentence.
    let verbs = 0;
    for (let k = open; k < before; k++) if (finiteAt(map, k)) verbs++;
    const tail = classes[stop] === CLASS.comma && stop + 2 < end;
    if (verbs === 0 && !tail) return null;
    contents.push(range(open, before));
  }
  // "A, she said, B": B is hers too, unless it begins something new.
  if (classes[stop] === CLASS.comma || (inQuote >= 0 && classes[stop] === CLASS.quote)) {
    const next = stop + 1;
    const code = classes[next] ?? CLASS.stop;
    const inner = map.groups[map.groupAt[next]!];
    const begins =
      (inner && inner.start === next && !inner.finite && !inner.infinitive) ||
      code === CLASS.subordinator ||
      code === CLASS.conjunction ||
      code === CLASS.wh ||
      (inQuote >= 0 && code !== CLASS.quote);
    if (!begins && next < end) contents.push(range(next, contentEnd(scene, next, end)));
  }
  return { contents, holder: named };
}

function readPassive(
  scene: Scene,
  group: VerbGroup,
  cue: Cue,
  after: number,
  from: number,
  end: number,
  sentence: number
): Finding | null {
  const { map } = scene;
  const { tokens, classes } = map;
  const subject = subjectStart(map, group, from);
  // The one who sees or says it follows "by".
  let by = -1;
  const limit = Math.min(end, after + REACH);
  for (let k = after; k < limit; k++) {
    const code = classes[k]!;
    if (code === CLASS.stop || code === CLASS.semicolon || finiteAt(map, k)) break;
    if (tokens[k]!.normal === 'by' && opensPhrase(classes[k + 1] ?? CLASS.stop)) {
      by = k;
      break;
    }
  }
  const holder = by > 0 ? range(by + 1, phraseEnd(map, by + 1, end)) : null;
  const make = (
    rule: string,
    category: string | null,
    kind: string,
    contents: readonly TokenRange[]
  ): Finding => finding(group, after, sentence, holder, rule, category, kind, contents);
  const next = tokens[after]?.normal;
  const to = (start: number): TokenRange => range(start, contentEnd(scene, start, end));
  const open = subject ? subject.firstToken : group.start;
  const complement = (): TokenRange[] => {
    if (!holder) return [range(open, contentEnd(scene, after, end))];
    const parts = [range(open, by)];
    const rest = holder.tokenEnd;
    if (tokens[rest]?.normal === 'as' || classes[rest] === CLASS.to) parts.push(to(rest));
    return parts;
  };
  if (cue.perceive !== null) {
    const limit = holder ? by : end;
    const as =
      tokens[after]?.normal === 'as'
        ? after
        : holder && tokens[holder.tokenEnd]?.normal === 'as'
          ? holder.tokenEnd
          : 0;
    const through = next === 'through' || next === 'with';
    const bare =
      cue.perceive !== 'as' &&
      after < limit &&
      (opensPhrase(classes[after]!) || classes[after] === CLASS.adverb);
    if (as > 0 || through || bare) return make('perception', 'perceive', 'passive-as', complement());
  }
  if (cue.clause !== null || cue.show) {
    const right = scanRight(scene, after, end, false);
    if (right.kind === 'that' || right.kind === 'wh' || right.kind === 'quote') {
      return make('reporting-verb', cue.clause ?? 'show', 'passive-that', [to(right.start)]);
    }
    if (right.kind === 'infinitive' && right.start === after && group.finite) {
      return make('reporting-verb', cue.clause ?? 'show', 'passive-infinitive', [
        range(open, contentEnd(scene, after, end))
      ]);
    }
  }
  if (cue.accuse && (next === 'of' || next === 'for' || next === 'with')) {
    return make('accusation', 'accuse', 'passive-of', complement());
  }
  if (cue.infinitive !== null && tokens[after]?.normal === 'to' && map.groupAt[after]! >= 0) {
    return make('commitment', cue.infinitive, 'passive-infinitive', [
      range(open, contentEnd(scene, after, end))
    ]);
  }
  if ((cue.topic !== null || cue.accuse) && holder && group.finite && subject) {
    return make('topic', cue.topic ?? 'judge', 'passive-phrase', [subject]);
  }
  return null;
}
