/** Cues in the passive: "is seen as a threat by …", "was accused of …", "is said to …", "it is feared that …". */
import type { TokenRange } from '$lib/text/document';
import { finiteAt, isNominal, opensPhrase, phraseEnd, REACH, type VerbGroup } from './clauses';
import { closingComma, scanRight, withBound, type Scene } from './content';
import { beforeMainVerb, contentEnd, objectEnd } from './content-end';
import type { Cue } from './cue-lexicon';
import { makeFinding, range, type Finding } from './finding';
import { subjectOf } from './subjects';
import { figurePut } from './topic-cues';
import { CLASS } from './word-classes';

/** Tokens after a comma in which "by" may stand. */
const BY_REACH = 4;

/** A preposition and a number right before a place: "in 2021". */
const isDate = ({ classes }: Scene['map'], stop: number): boolean =>
  classes[stop - 1] === CLASS.number && classes[stop - 2] === CLASS.preposition;

/** Past a day between a verb and its object: "accused | on Friday | of theft". */
function afterDay({ map, lexicon }: Scene, at: number): number {
  const { tokens, classes } = map;
  const day = tokens[at]?.normal === 'on' ? at + 1 : at;
  if (lexicon.words.weekdays.has(tokens[day]?.normal ?? '')) return day + 1;
  return classes[at] === CLASS.adverb ? at + 1 : at;
}

/** "by 2031", "by Friday", "by next spring": when, and nobody. */
function isTime({ map, lexicon }: Scene, at: number): boolean {
  const { classes, tokens } = map;
  const { normal } = tokens[at]!;
  const { weekdays, months, spans } = lexicon.words;
  if (weekdays.has(normal) || months.has(normal)) return true;
  if (classes[at] === CLASS.number) return !isNominal(classes[at + 1] ?? CLASS.stop);
  const near = normal === 'the' || normal === 'next' || normal === 'this' || normal === 'last';
  return near && (spans.has(tokens[at + 1]?.lemma ?? '') || tokens[at + 1]?.normal === 'end');
}

/** The one who sees or says it, after "by"; null when the passive hides them. */
function byPhrase(scene: Scene, after: number, end: number): TokenRange | null {
  const { map } = scene;
  const limit = Math.min(end, after + REACH);
  for (let k = after; k < limit; k++) {
    const code = map.classes[k]!;
    if (code === CLASS.stop || code === CLASS.semicolon || finiteAt(map, k)) return null;
    // "was known to be weak, records kept by the mill show": that is who kept them.
    if (code === CLASS.comma && !opensBy(map, k, limit)) return null;
    if (map.tokens[k]!.normal === 'by' && opensPhrase(map.classes[k + 1] ?? CLASS.stop)) {
      if (isTime(scene, k + 1)) continue;
      let stop = phraseEnd(map, k + 1, end);
      // "by inspectors in 2021"
      while (stop > k + 3 && isDate(map, stop)) stop -= 2;
      return stop > k + 1 ? range(k + 1, stop) : null;
    }
  }
  return null;
}

/** ", and above all by the press,": a comma with the by-phrase right behind it. */
function opensBy({ tokens, classes }: Scene['map'], comma: number, limit: number): boolean {
  for (let k = comma + 1; k < limit && k <= comma + BY_REACH; k++) {
    if (tokens[k]!.normal === 'by') return true;
    if (isNominal(classes[k]!) || classes[k] === CLASS.verb) return false;
  }
  return false;
}

/** The "as" after a by-phrase, across ", and above all by the press,"; 0 for none. */
function asAfter(scene: Scene, holder: TokenRange, end: number): number {
  const { tokens, classes } = scene.map;
  let at = holder.tokenEnd;
  if (classes[at] === CLASS.comma) at = closingComma(scene.map, at, end) + 1;
  return at > 1 && at < end && tokens[at]!.normal === 'as' ? at : 0;
}

/** A pronoun alone. */
function isBare({ classes }: Scene['map'], { firstToken, tokenEnd }: TokenRange): boolean {
  return tokenEnd - firstToken === 1 && classes[firstToken] === CLASS.pronoun;
}

/**
 * "was supposed to leave", "were told to leave": a duty or an order, not what somebody says of them; nor is what
 * "is expected to" come and nobody is said to expect.
 */
function isOrdered({ map, lexicon }: Scene, group: VerbGroup, holder: TokenRange | null): boolean {
  const { normal, lemma } = map.tokens[group.head]!;
  const { obliged, addressed, awaited } = lexicon.words;
  if (obliged.has(normal) || addressed.has(lemma)) return true;
  // "has long been expected to" tells of somebody's hopes, whoever had them.
  return holder === null && awaited.has(normal) && map.classes[group.start] === CLASS.be;
}

/** Reads one passive verb group; the verb itself stays with its content, so that the clause stays whole. */
export function readPassive(
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
  const subject = subjectOf(map, group, from);
  const holder = byPhrase(scene, after, end);
  const by = holder ? holder.firstToken - 1 : -1;
  const make = (rule: string, category: string, kind: string, contents: readonly TokenRange[]): Finding =>
    makeFinding({ group, after, sentence, holder, rule, category, kind, contents });
  const next = tokens[after]?.normal;
  // "found guilty by a jury"
  if (next !== undefined && scene.lexicon.words.verdicts.has(next)) return null;
  // "Asked whether the road was safe, he said …"
  const opening = !group.finite && group.start === from;
  const to = (start: number): TokenRange => range(start, contentEnd(scene, start, end, opening));
  const open = subject ? withBound(map, subject.firstToken, from) : group.start;
  const whole = (): TokenRange[] => {
    // "Lee Archer, who is accused of theft, | will be tried"
    const relative = tokens[group.start - 1]?.normal === 'who';
    if (!holder && relative) return [range(open, beforeMainVerb(scene, after, end, 0))];
    if (!holder) return [range(open, objectEnd(scene, after, end))];
    const parts = [range(open, by)];
    const rest = asAfter(scene, holder, end);
    // What it is seen as stays with what is seen, the holder between them.
    if (rest > 0) return [range(open, objectEnd(scene, rest, end))];
    if (classes[holder.tokenEnd] === CLASS.to) parts.push(to(holder.tokenEnd));
    return parts;
  };
  if (cue.perceive !== null) {
    const as = next === 'as' || (holder !== null && asAfter(scene, holder, end) > 0);
    const through = next === 'through' || next === 'with';
    const bare =
      cue.perceive !== 'as' &&
      after < (holder ? by : end) &&
      (opensPhrase(classes[after]!) || classes[after] === CLASS.adverb || classes[after] === CLASS.quote);
    if (as || through || bare) return make('perception', 'perceive', 'passive-as', whole());
  }
  const clause = cue.clause ?? (cue.show ? 'show' : null);
  if (clause !== null) {
    const right = scanRight(scene, after, end, false);
    if (right.kind === 'that' || right.kind === 'wh' || right.kind === 'quote') {
      return make('reporting-verb', clause, 'passive-that', [to(right.start)]);
    }
    if (
      right.kind === 'infinitive' &&
      right.start === after &&
      group.finite &&
      !isOrdered(scene, group, holder)
    ) {
      return make('reporting-verb', clause, 'passive-infinitive', [
        range(open, contentEnd(scene, after, end))
      ]);
    }
  }
  // "It was backed by six riders": what the pronoun stands for is not said here.
  const named = subject !== null && !isBare(map, subject);
  // "The move was first reported by the Herald."
  if (
    (clause === 'say' || clause === 'claim') &&
    holder &&
    // "Pain was reported by 60 per cent of them": had, not said.
    classes[holder.firstToken] !== CLASS.number &&
    group.finite &&
    named &&
    cue.rest.length === 0 &&
    // "Parents were told by staff": they are who it was said to.
    !scene.lexicon.words.addressed.has(tokens[group.head]!.lemma)
  ) {
    return make('reporting-verb', clause, 'passive-by', [subject]);
  }
  // "Has been charged with theft": a step of the courts, unless somebody is named.
  const step = tokens[group.head]!.lemma === 'charge' && holder === null;
  // "was accused on Friday of theft"
  const of = tokens[afterDay(scene, after)]?.normal;
  if (cue.accuse && !step && (of === 'of' || of === 'for' || of === 'with')) {
    return make('accusation', 'accuse', 'passive-of', whole());
  }
  if (
    cue.infinitive !== null &&
    next === 'to' &&
    map.groupAt[after]! >= 0 &&
    !isOrdered(scene, group, holder)
  ) {
    return make('commitment', cue.infinitive, 'passive-infinitive', [
      range(open, contentEnd(scene, after, end))
    ]);
  }
  if (cue.rest.length === 0 && scene.lexicon.words.putting.has(tokens[group.head]!.lemma)) {
    const figure = figurePut(scene, open, after, end);
    if (figure < 0 || !holder || !named) return null;
    return make('topic', 'mention', 'passive-figure', [range(open, figure)]);
  }
  if ((cue.topic !== null || cue.accuse) && holder && group.finite && named) {
    return make('topic', cue.topic ?? 'judge', 'passive-phrase', [subject]);
  }
  return null;
}
