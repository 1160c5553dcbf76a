import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span, Token, TokenRange } from '$lib/text/document';
import { readActorNames } from '../compare/actor-names';
import { roleOf } from '../compare/actor-roles';
import type { Reading, Statement } from '../reading';
import { readFigures } from './conflict-figures';
import type { Figure, Stretch } from './figure';
import { exactly } from './exact-list';
import type { Terms } from './terms';
import type { ToldTerms } from './told-deeds';
import { readTime, type TimeMark } from './time-marks';
import type { Vocabulary } from './vocabulary';

/** A stretch of text that stands for a key. */
export interface Marked extends Span {
  readonly key: number;
}

/**
 * What the rules of conflict ask of a statement, read once while its text is at hand, so that a collection
 * need not be kept in memory to be compared.
 */
export interface Facts {
  /** Amounts, shares, counts and dates that the statement itself names. */
  readonly figures: readonly Figure[];
  readonly time: TimeMark;
  /** Named actors that do something. */
  readonly agents: readonly Marked[];
  /** Words that have an opposite, by the end they stand on; the key is the pole. */
  readonly poles: readonly Marked[];
  /** Telling keys outside figures: proper names, and proper names with nouns. */
  readonly names: readonly number[];
  readonly things: readonly number[];
  /** The main thing said is said by its opposite: "was unsafe". */
  readonly saysOpposite: boolean;
  /** Told as planned, possible or imagined: "will", "could". */
  readonly imagined: boolean;
  /** The main thing said is what something is taken for: "as a threat". */
  readonly describes: boolean;
  /** Telling verbs and what something is said to be, in text order, the main one first; then deeds told as nouns. */
  readonly verbs: readonly number[];
  /** The first of them is no noun. */
  readonly hasVerb: boolean;
  /** "Not until 5 May": it happened, and then. */
  readonly onlyThen: boolean;
  /** First telling key after each negation. */
  readonly negated: readonly number[];
  /** What is negated is a thing: "no ferry"; the deed is then what is denied of it. */
  readonly negatesThing: boolean;
  /** A negation stands in the statement, whatever it negates. */
  readonly negates: boolean;
  /** Words of the sentence that turn its meaning. */
  readonly turns: number;
  /** Whoever says it denies it: "the firm denied that …". */
  readonly deniedByHolder: boolean;
}

const NEGATORS = new Set(['not', "n't", 'never', 'cannot']);
const NOBODY = new Set(['nobody', 'none']);
/** "Refused to resign": what comes after "to" did not happen. */
const FAILING = new Set(['refuse', 'fail', 'decline', 'neglect']);

/** Whether a token is the verb of such a failing, which tells no deed of its own. */
export function isFailing(tokens: readonly Token[], at: number): boolean {
  return FAILING.has(tokens[at]!.lemma) && tokens[at + 1]?.normal === 'to' && tokens[at + 2]?.pos === 'VERB';
}
/** Words that turn a sentence some other way: where one stands, what is denied cannot be told for sure. */
const TURNS = new Set(
  "not n't never cannot no nor neither none nobody nothing without hardly barely few deny denies denied refuse refused reject rejected fail failed unless".split(
    ' '
  )
);
/** Tokens of the sentence looked at on each side of a statement. */
const AROUND = 60;
/** Tokens after a negation in which the word that it negates stands. */
const NEGATION_REACH = 4;

/** Verbs by which what is told has not happened, or not yet. */
const MODALS = new Set("will would could can may might shall should 'll".split(' '));

/** "Is expected to", "plans to". */
const PLANNED = new Set('expected due scheduled planned set plan plans intend intends hope hopes'.split(' '));

const FINITE = new Set(['is', 'are', 'was', 'were']);

/** Most words of a name. */
const LONGEST_NAME = 5;
/** Tokens between "by" and the name of who did it. */
const DOER_REACH = 5;

/** "Brokered by the retired judge Helen Corrie", "the mayor, Lucia Brandt, brokered": named beside what they are. */
function isNamedDoer(
  tokens: readonly Token[],
  name: TokenRange,
  { firstToken, tokenEnd, without }: TokenRange & { readonly without: readonly TokenRange[] }
): boolean {
  const behind = tokens[name.tokenEnd + 1];
  // "Ann Lee, a retired judge, brokered".
  const aside = without.find((range) => range.firstToken === name.tokenEnd);
  if (aside && aside.tokenEnd < tokenEnd) {
    const next = tokens[aside.tokenEnd]!;
    return next.pos === 'VERB' && next.normal.endsWith('ed');
  }
  if (tokens[name.firstToken - 1]?.text === ',' && tokens[name.tokenEnd]?.text === ',')
    return name.tokenEnd + 1 < tokenEnd && behind?.pos === 'VERB' && behind.normal.endsWith('ed');
  for (let i = name.firstToken - 1; i > Math.max(firstToken, name.firstToken - DOER_REACH); i--) {
    if (tokens[i]!.normal === 'by')
      return tokens[i - 1]!.pos === 'VERB' && tokens[i - 1]!.normal.endsWith('ed');
    if (!/^(?:DET|ADJ|NOUN|VERB)$/.test(tokens[i]!.pos)) return false;
  }
  return false;
}

function agentsIn(
  reading: Reading,
  knowledge: Knowledge,
  stretch: TokenRange & { readonly without: readonly TokenRange[] },
  terms: Terms,
  vocabulary: Vocabulary
): readonly Marked[] {
  const { tokens } = reading.document;
  const { names } = readActorNames(reading, knowledge);
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.firstToken < stretch.firstToken) low = middle + 1;
    else high = middle;
  }
  const found: Marked[] = [];
  const put = (key: number, name: TokenRange): void => {
    if (!found.some((agent) => agent.key === key))
      found.push({ key, start: tokens[name.firstToken]!.start, end: tokens[name.tokenEnd - 1]!.end });
  };
  for (let at = low; at < names.length && names[at]!.firstToken < stretch.tokenEnd; at++) {
    const name = names[at]!;
    // "Chilean rescuers reached …": people named by their country act, and so do their teams.
    const acting = name.kind === 'people' ? { ...name, tokenEnd: name.tokenEnd + 1 } : name;
    if (name.kind === 'people' && tokens[name.tokenEnd]?.pos !== 'NOUN') continue;
    const acts =
      roleOf(tokens, acting, stretch.firstToken, stretch.tokenEnd) === 'agent' ||
      isNamedDoer(tokens, name, stretch);
    if (!acts) continue;
    const key = vocabulary.idOf(terms.keys[name.firstToken]!);
    put(key, name);
  }
  // Whoever is named in full is known by the name's key where nothing says what kind of name it is.
  for (let i = stretch.firstToken; i < stretch.tokenEnd; i++) {
    if (!terms.keys[i]!.startsWith('@person:')) continue;
    let first = i;
    while (first > Math.max(stretch.firstToken, i - LONGEST_NAME) && tokens[first - 1]!.pos === 'PROPN')
      first--;
    let end = i + 1;
    while (end < Math.min(stretch.tokenEnd, i + LONGEST_NAME) && tokens[end]!.pos === 'PROPN') end++;
    const name = { firstToken: first, tokenEnd: end };
    if (isNamedDoer(tokens, name, stretch)) put(vocabulary.idOf(terms.keys[i]!), name);
  }
  return exactly(found);
}

function negatedIn(
  tokens: readonly Token[],
  terms: Terms,
  { firstToken, tokenEnd }: TokenRange,
  vocabulary: Vocabulary
): { negated: readonly number[]; negates: boolean; negatesThing: boolean } {
  const negated: number[] = [];
  let negates = false;
  let negatesThing = false;
  for (let i = firstToken; i < tokenEnd; i++) {
    const fails = FAILING.has(tokens[i]!.lemma) && tokens[i + 1]?.normal === 'to';
    // "No nurse lost her job" denies what is said of nurses.
    const { normal } = tokens[i]!;
    const none =
      NOBODY.has(normal) ||
      (normal === 'no' && (tokens[i + 1]?.pos === 'NOUN' || tokens[i + 1]?.normal === 'one'));
    if (!fails && !none && !NEGATORS.has(normal)) continue;
    negates = true;
    negatesThing ||= none;
    for (let j = i + 1; j < Math.min(tokenEnd, i + 1 + NEGATION_REACH); j++) {
      if (terms.keys[j] === '') continue;
      negated.push(vocabulary.idOf(terms.keys[j]!));
      break;
    }
  }
  return { negated: exactly(negated), negates, negatesThing };
}

/** "Did not tell them until 5 May" says when they were told. */
function isOnlyThen(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  figures: readonly Figure[]
): boolean {
  let negated = false;
  for (let i = firstToken; i < tokenEnd; i++) {
    const { normal } = tokens[i]!;
    negated ||= NEGATORS.has(normal);
    if (!negated || (normal !== 'until' && normal !== 'till')) continue;
    if (figures.some(({ measure, firstToken: at }) => measure === 'date' && at > i && at <= i + 2))
      return true;
  }
  return false;
}

/** "Was safe", "is not safe": the adjective is what is said. */
function isPredicate(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.pos !== 'ADJ' || tokens[at + 1]?.pos === 'NOUN') return false;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    if (tokens[i]!.pos === 'AUX' && tokens[i]!.lemma === 'be') return true;
    if (tokens[i]!.pos !== 'ADV' && tokens[i]!.pos !== 'PART') return false;
  }
  return false;
}

/** "The recalled tins", "state-run": such a participle tells no deed of the statement. */
function isAttributive(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.text === '-') return true;
  return (
    tokens[at - 1]?.pos === 'DET' && tokens[at + 1]?.pos === 'NOUN' && /(?:ed|ing)$/.test(tokens[at]!.normal)
  );
}

/** "As a direct threat", "being a threat": the noun is what something is taken for. */
function isDescription(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.pos !== 'NOUN' || tokens[at + 1]?.pos === 'NOUN') return false;
  let i = at - 1;
  while (i > 0 && i > at - 5 && /^(?:ADJ|NOUN|ADV)$/.test(tokens[i]!.pos)) i--;
  const article = tokens[i]?.normal;
  const before = tokens[i - 1]?.normal;
  return (article === 'a' || article === 'an') && (before === 'as' || before === 'being');
}

/** Where a second deed is told behind the first: "inspected the plant | and found no faults". */
function nextDeed(tokens: readonly Token[], { firstToken, tokenEnd }: TokenRange): number {
  let told = false;
  for (let i = firstToken; i < tokenEnd; i++) {
    if (told && tokens[i]!.pos === 'CCONJ' && tokens[i + 1]?.pos === 'VERB') return i;
    told ||= tokens[i]!.pos === 'VERB';
  }
  return Infinity;
}

/** Reads what conflicts are found by, for one stretch of a statement. Linear in its sentence. */
export function readFacts(
  reading: Reading,
  terms: ToldTerms,
  knowledge: Knowledge,
  statement: Statement,
  stretch: Stretch & { readonly dated: boolean; readonly without: readonly TokenRange[] },
  vocabulary: Vocabulary
): Facts {
  const { tokens, sentences } = reading.document;
  const { words } = terms;
  const isLeftOut = (at: number): boolean =>
    stretch.without.some(({ firstToken, tokenEnd }) => firstToken <= at && at < tokenEnd);
  const figures = readFigures(reading, terms, knowledge, stretch).filter(
    ({ firstToken }) => !isLeftOut(firstToken)
  );
  // A deed told in passing is dated by its clause: "in 2004 they set out to …".
  if (stretch.dated && !figures.some(({ measure }) => measure === 'date')) {
    const clause = { ...stretch, firstToken: statement.firstToken };
    figures.push(
      ...readFigures(reading, terms, knowledge, clause).filter(({ measure }) => measure === 'date')
    );
  }
  const poles: Marked[] = [];
  const names = new Set<number>();
  const things = new Set<number>();
  const verbs = new Set<number>();
  const nouns = new Set<number>();
  let finite = false;
  let describes = false;
  let saysOpposite = false;
  for (let i = stretch.firstToken; i < stretch.tokenEnd; i++) {
    if (isLeftOut(i)) continue;
    const { start, end, pos, normal } = tokens[i]!;
    finite ||= FINITE.has(normal);
    for (const pole of words.polesOf(terms.plain[i]!))
      poles.push({ key: vocabulary.idOf(`~${pole}`), start, end });
    const key = terms.keys[i]!;
    if (key === '' || key[0] === '#' || words.isLight(key) || isFailing(tokens, i)) continue;
    const described = isDescription(tokens, i);
    if ((pos === 'VERB' && !isAttributive(tokens, i)) || described || isPredicate(tokens, i)) {
      describes ||= described && verbs.size === 0 && !finite;
      saysOpposite ||= verbs.size === 0 && terms.negative.has(i);
      verbs.add(vocabulary.idOf(key));
    } else if (terms.deeds.has(i)) nouns.add(vocabulary.idOf(key));
    if ((pos !== 'PROPN' && pos !== 'NOUN') || terms.unnamed.has(i)) continue;
    if (figures.some(({ firstToken, tokenEnd }) => firstToken <= i && i < tokenEnd)) continue;
    const id = vocabulary.idOf(key);
    things.add(id);
    if (pos === 'PROPN') names.add(id);
  }
  let imagined = false;
  for (let i = stretch.firstToken; i < stretch.tokenEnd; i++) {
    // "3 May" is no "may".
    const dated = (): boolean =>
      figures.some(
        ({ measure, firstToken, tokenEnd }) => measure === 'date' && firstToken <= i && i < tokenEnd
      );
    imagined ||=
      (MODALS.has(tokens[i]!.normal) && !dated()) ||
      (PLANNED.has(tokens[i]!.normal) && tokens[i + 1]?.normal === 'to' && i + 1 < stretch.tokenEnd);
  }
  const sentence = sentences[stretch.sentence]!;
  const from = Math.max(sentence.firstToken, stretch.firstToken - AROUND);
  const to = Math.min(sentence.tokenEnd, stretch.tokenEnd + AROUND, nextDeed(tokens, stretch));
  let turns = 0;
  for (let i = from; i < to; i++) if (TURNS.has(tokens[i]!.normal)) turns++;
  const wide = {
    firstToken: Math.min(statement.firstToken, stretch.firstToken),
    tokenEnd: Math.max(statement.tokenEnd, stretch.tokenEnd)
  };
  const onlyThen = isOnlyThen(tokens, stretch, figures);
  const negation = negatedIn(tokens, terms, wide, vocabulary);
  return {
    figures: exactly(figures),
    onlyThen,
    time: readTime(reading, terms, stretch),
    agents: agentsIn(reading, knowledge, stretch, terms, vocabulary),
    poles: exactly(poles),
    names: exactly([...names]),
    things: exactly([...things]),
    saysOpposite,
    imagined,
    describes,
    hasVerb: verbs.size > 0,
    verbs: exactly([...new Set([...verbs, ...nouns])]),
    ...(onlyThen ? { negated: [], negates: false, negatesThing: false } : negation),
    turns,
    deniedByHolder: reading.segments[statement.segment]!.polarity === 'deny'
  };
}
