/** Content that stands before its cue: "…, she said", "… ,” said the mayor", "A, she said, B". */
import type { TokenRange } from '$lib/text/document';
import {
  CONTENT_REACH,
  finiteAt,
  isNominal,
  opensPhrase,
  phraseEnd,
  verbGroupAt,
  type VerbGroup
} from './clauses';
import { type Scene } from './content';
import { contentEnd } from './content-end';
import { CUE } from './cue-lexicon';
import { range } from './finding';
import { isAbstract } from './no-holders';
import { CLASS } from './word-classes';

export interface LeftContent {
  readonly contents: TokenRange[];
  readonly holder: TokenRange | null;
}

/** Quotations shorter than this take the words before them along ("the plan was “dead,” he said"). */
const PARTIAL_QUOTE = 6;
/** "…, a man who said" opens no content before it. */
const RELATIVE = new Set(['who', 'which', 'that']);
/** Verbs that may stand before their speaker ("…, said Roe"). */
const INVERTED = new Set(['say', 'claim', 'ask', 'request', 'deny', 'promise']);

export function readLeft(
  scene: Scene,
  group: VerbGroup,
  after: number,
  from: number,
  end: number,
  subject: TokenRange | null,
  category: string
): LeftContent | null {
  const { map, quotations } = scene;
  const { classes } = map;
  if (group.negated || RELATIVE.has(map.tokens[group.start - 1]?.normal ?? '')) return null;
  const edge = (k: number): boolean => {
    const code = classes[k];
    return code === CLASS.comma || code === CLASS.quote || code === CLASS.dash;
  };
  after = afterListener(scene, group, after);
  const next = classes[after];
  let start: number;
  let stop = after;
  let holder = subject;
  if (
    subject &&
    subject.tokenEnd <= group.start &&
    subject.firstToken > from &&
    edge(subject.firstToken - 1)
  ) {
    start = subject.firstToken;
    const marked = classes[start - 1] === CLASS.quote && quotations.at[start - 1]! >= 0;
    const closes =
      after >= end ||
      next === CLASS.stop ||
      next === CLASS.comma ||
      next === CLASS.dash ||
      next === CLASS.close;
    const trail =
      classes[start - 1] === CLASS.comma && INVERTED.has(category)
        ? trailingCircumstance(scene, after, end)
        : -1;
    const trails = trail >= 0;
    if (!closes && trails) stop = trail;
    if (
      !closes &&
      !trails &&
      !(marked && next !== CLASS.that && next !== CLASS.colon && next !== CLASS.quote)
    ) {
      return null;
    }
  } else if (
    group.start > from &&
    edge(group.start - 1) &&
    opensPhrase(next ?? CLASS.stop) &&
    INVERTED.has(category)
  ) {
    start = group.start;
    const code = classes[start - 1];
    stop = phraseEnd(map, after, end);
    // '…, said Tuesday, "…"': no day speaks.
    const day = stop === after + 1 && scene.lexicon.words.weekdays.has(map.tokens[after]!.normal);
    if (stop === after || day) return null;
    const inside = quotations.at[start - 1]!;
    // Behind the closing mark: inside a quotation, a comma or a dash is one of the speaker's own.
    const marked =
      (inside >= 0 && quotations.list[inside]!.tokenEnd === start) ||
      (code === CLASS.comma && classes[start - 2] === CLASS.quote);
    if (!marked && (code !== CLASS.comma || isAbstract(map, scene.lexicon.words, range(after, stop))))
      return null;
    // "Roe, 47, of Mill Lane, had denied the charge": an auxiliary stands behind its subject.
    if (!marked && group.head > group.start) return null;
    // "Mayor Roe, who faces a vote, promised a review": the clause between the commas is about its subject.
    if (!marked && subject && RELATIVE.has(map.tokens[subject.tokenEnd + 1]?.normal ?? '')) return null;
    const closes = stop >= end || classes[stop] === CLASS.stop || classes[stop] === CLASS.comma;
    if (!marked && !closes) return null;
    holder = range(after, stop);
  } else if (INVERTED.has(category) && closesAll(scene, after, end)) {
    // "…, former rival says.", whatever the tagger takes the speaker for.
    start = speakerBefore(scene, group.start, from);
    if (start < 0) return null;
    const open = openBracket(scene, start, from);
    const first = open >= 0 ? open + 1 : from;
    if (start - 1 - first < HEADLINE) return null;
    return { contents: [range(first, start - 1)], holder: range(start, group.start) };
  } else return null;
  const bracket = next === CLASS.close ? openBracket(scene, start, from) : -1;
  const first = bracket >= 0 ? bracket + 1 : from;
  const tail = classes[stop] === CLASS.comma && stop + 2 < end;
  const last = INVERTED.has(category) && closesAll(scene, stop, end);
  const contents = contentBefore(scene, start, first, end, tail, last);
  if (!contents) return null;
  const inQuote = quotationBefore(scene, start, from) >= 0;
  // "A, she said, B": B is hers too, unless it begins something new.
  if (classes[stop] === CLASS.comma || (inQuote && classes[stop] === CLASS.quote)) {
    const open = stop + 1;
    const code = classes[open] ?? CLASS.stop;
    const inner = verbGroupAt(map, open);
    const begins =
      (inner && inner.start === open && !inner.finite && !inner.infinitive) ||
      code === CLASS.subordinator ||
      code === CLASS.conjunction ||
      code === CLASS.wh ||
      (open < end && (scene.cues[open]! & CUE.aside) !== 0) ||
      (inQuote && code !== CLASS.quote);
    if (!begins && open < end) contents.push(range(open, contentEnd(scene, open, end)));
  }
  return { contents, holder };
}

/** Past the one who was told: "…, a guard told us." */
function afterListener({ map, lexicon }: Scene, { head }: VerbGroup, after: number): number {
  const told = lexicon.words.addressed.has(map.tokens[head]!.lemma) && map.classes[after] === CLASS.pronoun;
  return told && map.classes[after + 1] === CLASS.stop ? after + 1 : after;
}

/** The time of day, as posts are dated. */
const CLOCK = /^\d{1,2}[:.]\d\d$/;
/** Fewest tokens before the comma to be what somebody says, when the tagger saw no verb in them. */
const HEADLINE = 4;
/** Most tokens of a speaker between a comma and the last verb. */
const SPEAKER = 6;
/** What no speaker holds. */
const NO_SPEAKER = new Set<number>([
  CLASS.quote,
  CLASS.that,
  CLASS.subordinator,
  CLASS.wh,
  CLASS.conjunction,
  CLASS.open
]);

/** Nothing but a closing mark follows. */
function closesAll({ map }: Scene, after: number, end: number): boolean {
  if (after >= end) return true;
  const code = map.classes[after];
  return code === CLASS.close || (code === CLASS.stop && after + 2 >= end);
}

/** Start of the words between a comma and a verb that could name a speaker; -1 for none. */
function speakerBefore({ map }: Scene, verb: number, from: number): number {
  for (let k = verb - 1; k > from && verb - k <= SPEAKER; k--) {
    const code = map.classes[k]!;
    if (code === CLASS.comma) return k + 1 < verb && !RELATIVE.has(map.tokens[k + 1]!.normal) ? k + 1 : -1;
    if (finiteAt(map, k) || NO_SPEAKER.has(code)) return -1;
    // "…, a description the union rejects": a clause about the thing before it.
    if (code === CLASS.determiner && isNominal(map.classes[k - 1]!)) return -1;
  }
  return -1;
}

/** The bracket that is still open at `at`; -1 for none. */
function openBracket({ map }: Scene, at: number, from: number): number {
  for (let k = at - 1; k >= from && at - k < CONTENT_REACH; k--) {
    if (map.classes[k] === CLASS.close) return -1;
    if (map.classes[k] === CLASS.open) return k;
  }
  return -1;
}

/** Only a time, a place or an occasion follows: "…, he said Monday in an interview." */
function trailingCircumstance(scene: Scene, after: number, end: number): number {
  const { map } = scene;
  for (let k = after; k < end; k++) {
    const code = map.classes[k]!;
    if (verbGroupAt(map, k)?.infinitive) return -1;
    if (code === CLASS.that || code === CLASS.quote || code === CLASS.colon || code === CLASS.wh) return -1;
    if (finiteAt(map, k)) return -1;
    if (code === CLASS.comma || code === CLASS.stop || code === CLASS.subordinator) return k;
    if (
      k === after &&
      code !== CLASS.preposition &&
      code !== CLASS.name &&
      code !== CLASS.adverb &&
      code !== CLASS.to
    ) {
      if (map.tokens[k]!.normal !== 'this' && map.tokens[k]!.normal !== 'last' && code !== CLASS.noun)
        return -1;
    }
  }
  return end;
}

/** The quotation that ends before `start`, a comma between allowed; -1 when none. */
function quotationBefore(scene: Scene, start: number, from: number): number {
  const { at } = scene.quotations;
  const before = start - 1;
  if (at[before]! >= 0) return at[before]!;
  return scene.map.classes[before] === CLASS.comma && before > from ? at[before - 1]! : -1;
}

function contentBefore(
  scene: Scene,
  start: number,
  from: number,
  end: number,
  tail: boolean,
  last: boolean
): TokenRange[] | null {
  const { map, quotations } = scene;
  const { classes } = map;
  const before = start - 1;
  from = Math.max(from, before - CONTENT_REACH);
  const index = quotationBefore(scene, start, from);
  if (index >= 0) {
    const quotation = quotations.list[index]!;
    const open = quotation.words < PARTIAL_QUOTE ? from : Math.max(from, quotation.firstToken);
    return [range(open, Math.min(end, quotation.tokenEnd))];
  }
  let open = from;
  // "14:52 Trains are cancelled": the time of a post in a live blog is its writer's.
  if (open === from && CLOCK.test(map.tokens[open]!.text)) open++;
  while (open < before && (classes[open] === CLASS.conjunction || classes[open] === CLASS.comma)) open++;
  // "According to the council, six people answered": a frame of its own, nothing that they answered.
  if (open >= before || map.tokens[open]!.normal === 'according') return null;
  // A bare opening phrase ("On Monday, she said …") is no content: it must hold a verb or be continued.
  let verb = false;
  for (let k = open; k < before && !verb; k++) verb = finiteAt(map, k) !== null;
  // Headlines and brackets: long enough to say something, and no circumstance.
  const headline = last && before - open >= HEADLINE && classes[open] !== CLASS.preposition;
  return verb || tail || headline ? [range(open, before)] : null;
}
