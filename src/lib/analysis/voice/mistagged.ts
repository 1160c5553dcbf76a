/** Cue verbs that the tagger took for nouns or names: "Critics claim the count was rushed", headlines. */
import type { Token } from '$lib/text/document';
import { opensPhrase, phraseStart, verbGroupAt, type ClauseMap, type VerbGroup } from './clauses';
import { scanRight, type Scene } from './content';
import type { CueLexicon } from './cue-lexicon';
import { FORM, verbForm } from './verb-forms';
import { CLASS } from './word-classes';

/** Tokens in which "as" must follow. */
const AS_REACH = 12;
/** Tokens in which the verb of a noun phrase would stand. */
const PHRASAL_REACH = 12;
/** Tokens of a sentence looked at to tell whether it has a verb at all. */
const HEADLINE_TOKENS = 40;
const OPENERS = new Set<number>([
  CLASS.that,
  CLASS.determiner,
  CLASS.pronoun,
  CLASS.possessive,
  CLASS.quote,
  CLASS.wh
]);
const SUBJECTS = new Set<number>([CLASS.noun, CLASS.name, CLASS.pronoun, CLASS.close]);
/** "Some view it as …" */
const ALONE = new Set(['some', 'both', 'all', 'who']);

/** Whether a sentence is short and has no finite verb, as headlines seem to a tagger. */
export function isVerbless(map: ClauseMap, first: number, last: number): boolean {
  if (last - first > HEADLINE_TOKENS) return false;
  for (let k = first; k < last; k++) if (map.groupAt[k]! >= 0 && verbGroupAt(map, k)!.finite) return false;
  return true;
}

/** Whether a base form stands after a plural: "critics claim", not "the state claim". */
function agrees(tokens: readonly Token[], at: number, plurals: ReadonlySet<string>): boolean {
  const verb = tokens[at]!;
  if (verbForm(verb.type) !== FORM.base) return true;
  const subject = tokens[at - 1]!.normal;
  return subject.endsWith('s') || plurals.has(subject) || subject === ')' || tokens[at - 2]?.normal === 'and';
}

/** The verb group that a mistagged cue verb makes, if the words beside it speak for a verb. */
export function mistagged(
  scene: Scene,
  at: number,
  first: number,
  last: number,
  verbless: boolean
): VerbGroup | null {
  const { map, lexicon } = scene;
  const { tokens, classes } = map;
  const code = classes[at]!;
  if (code !== CLASS.noun && code !== CLASS.adjective && code !== CLASS.name) return null;
  if (at === first || at + 1 >= last) return null;
  const token = tokens[at]!;
  const capital = token.text.charCodeAt(0) < 97;
  if (capital && !verbless) return null;
  const cues = lexicon.verbCues(token.type);
  if (!cues) return null;
  // "…, framing the lake as a prize"
  if (classes[at - 1] === CLASS.comma) {
    const says = cues.some((cue) => cue.clause !== null) && OPENERS.has(classes[at + 1]!);
    if (says && closesRelative(map, at, first)) return verbAt(token, at);
    const participle = token.normal.endsWith('ing') && opensPhrase(classes[at + 1]!);
    if (!participle || !cues.some((cue) => cue.perceive !== null) || !asWithin(map, at + 1, last))
      return null;
    return { ...verbAt(token, at), finite: false, form: FORM.ing };
  }
  const before = tokens[at - 1]!.normal;
  if (!SUBJECTS.has(classes[at - 1]!) && !ALONE.has(before) && !isSpeaker(scene, at, first)) return null;
  // The object of another verb ("sought the security guarantees that …") is a noun after all.
  const open = phraseStart(map, at, first);
  if (open > first && map.groupAt[open - 1]! >= 0) return null;
  const shown = !capital && cues.some((cue) => cue.show) && showsBehind(scene, at, first);
  if (shown && (classes[at + 1] === CLASS.stop || OPENERS.has(classes[at + 1]!))) return verbAt(token, at);
  if (!agrees(tokens, at, scene.lexicon.words.plurals)) return null;
  // "polls show voters angry", "the bridge, records show, is old"
  if (!capital && cues.some((cue) => cue.show) && lexicon.evidence.has(tokens[at - 1]!.lemma)) {
    const next = classes[at + 1]!;
    if (opensPhrase(next) || next === CLASS.comma || next === CLASS.stop) return verbAt(token, at);
  }
  const clausal = cues.some((cue) => cue.clause !== null);
  const perceives = cues.some((cue) => cue.perceive !== null);
  const stands = verbless && cues.some((cue) => cue.accuse || cue.topic !== null);
  const phrasal = isPhrasal(map, lexicon, at, last);
  if (!phrasal && !clausal && !perceives && !stands) return null;
  if (!phrasal && !speaksForVerb(scene, at, last, clausal, perceives, stands)) return null;
  return verbAt(token, at);
}

/** "The union fears that …": a noun for people that the tagger took for an adjective, and a form in "-s". */
function isSpeaker({ map, lexicon }: Scene, at: number, first: number): boolean {
  const { tokens, classes } = map;
  const article = at - 2 === first && classes[first] === CLASS.determiner;
  if (!article || classes[at - 1] !== CLASS.adjective) return false;
  if ((verbForm(tokens[at]!.type) & FORM.third) === 0 || !OPENERS.has(classes[at + 1]!)) return false;
  const { normal } = tokens[at - 1]!;
  const { bodies, somebody, roles } = lexicon.words;
  return bodies.has(normal) || somebody.has(normal) || roles.has(normal);
}

/** "The unions, who met on Monday, claim their pay fell": a plural and a clause about it stand before the comma. */
function closesRelative({ tokens, classes }: ClauseMap, at: number, first: number): boolean {
  for (let k = at - 2; k > first + 1 && at - k <= PHRASAL_REACH; k--) {
    if (classes[k] === CLASS.comma || classes[k] === CLASS.quote) return false;
    const opens = tokens[k]!.normal === 'who' || tokens[k]!.normal === 'which';
    if (opens) return classes[k - 1] === CLASS.comma && tokens[k - 2]!.normal.endsWith('s');
  }
  return false;
}

/** "records kept by the mill show": what shows something stands before what was done with it. */
function showsBehind({ map, lexicon }: Scene, at: number, first: number): boolean {
  const { tokens, classes } = map;
  for (let k = at - 2; k > first && at - k <= AS_REACH; k--) {
    if (classes[k] === CLASS.comma || classes[k] === CLASS.stop) return false;
    const group = verbGroupAt(map, k);
    if (!group) continue;
    const noun = tokens[group.start - 1];
    const reduced = group.start > first && !group.infinitive && (group.form & FORM.participle) !== 0;
    return reduced && noun !== undefined && noun.normal.endsWith('s') && lexicon.evidence.has(noun.lemma);
  }
  return false;
}

function verbAt(token: Token, at: number): VerbGroup {
  return {
    start: at,
    end: at + 1,
    head: at,
    finite: true,
    infinitive: false,
    passive: false,
    negated: false,
    modal: null,
    form: verbForm(token.type)
  };
}

/** "Peru advocates for a ban": a name, a form in "-s", the whole cue, and no other verb for the name. */
function isPhrasal(map: ClauseMap, lexicon: CueLexicon, at: number, last: number): boolean {
  const { tokens, classes } = map;
  const token = tokens[at]!;
  if (classes[at - 1] !== CLASS.name || (verbForm(token.type) & FORM.third) === 0) return false;
  const whole = lexicon.verbs
    .get(token.normal)
    ?.some((cue) => cue.rest.length > 0 && cue.rest.every((word, k) => tokens[at + 1 + k]?.normal === word));
  if (!whole) return false;
  for (let k = at + 1; k < last && k < at + PHRASAL_REACH; k++) {
    if (classes[k] === CLASS.comma || classes[k] === CLASS.stop || classes[k] === CLASS.that) return true;
    if (verbGroupAt(map, k)?.finite) return false;
  }
  return true;
}

function speaksForVerb(
  scene: Scene,
  at: number,
  last: number,
  clausal: boolean,
  perceives: boolean,
  stands: boolean
): boolean {
  const { tokens, classes } = scene.map;
  const next = classes[at + 1]!;
  if (OPENERS.has(next)) return true;
  const right = (): string => scanRight(scene, at + 1, last, false).kind;
  // "alleged in the suit that …", tagged as an adjective.
  if (next === CLASS.preposition) return classes[at] === CLASS.adjective && clausal && right() === 'that';
  if (next === CLASS.to) return tokens[at - 1]!.normal === 'who';
  if (next !== CLASS.name && next !== CLASS.noun && next !== CLASS.adjective) return false;
  if (perceives && asWithin(scene.map, at + 1, last)) return true;
  if (clausal && next === CLASS.name && right() === 'bare') return true;
  return stands && next === CLASS.name;
}

/** "views it with suspicion" */
function isRegard(map: ClauseMap, at: number): boolean {
  return /^(?:view|regard)/.test(map.tokens[at]!.normal);
}

function asWithin(map: ClauseMap, from: number, end: number): boolean {
  for (let k = from; k < end && k < from + AS_REACH; k++) {
    const { normal } = map.tokens[k]!;
    if (normal === 'as') return true;
    if (isRegard(map, from - 1) && normal === 'with') return true;
  }
  return false;
}
