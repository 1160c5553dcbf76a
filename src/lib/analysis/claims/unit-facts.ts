/** Reads what the rules of conflict ask of a statement. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import type { Reading, Statement } from '../reading';
import { claimWords } from './claim-words';
import { readFigures } from './conflict-figures';
import { exactly } from './exact-list';
import type { Facts } from './facts';
import type { Figure, Stretch } from './figure';
import { readTime } from './time-marks';
import type { ToldTerms } from './told-deeds';
import { agentsIn } from './unit-agents';
import { saidIn } from './unit-deeds';
import { isOnlyThen, negationOf, turnsAround } from './unit-negations';
import type { Vocabulary } from './vocabulary';

/** A stretch of a statement whose facts are read. */
export type ReadStretch = Stretch & {
  /** Dated by its clause: a deed told in passing. */
  readonly dated: boolean;
  /** Runs inside that are left out. */
  readonly without: readonly TokenRange[];
};

/** The figures of a stretch; a deed told in passing is dated by its clause: "in 2004 they set out to …". */
function figuresOf(
  reading: Reading,
  terms: ToldTerms,
  knowledge: Knowledge,
  statement: Statement,
  stretch: ReadStretch
): Figure[] {
  const figures = readFigures(reading, terms, knowledge, stretch).filter(
    ({ firstToken: at }) =>
      !stretch.without.some(({ firstToken, tokenEnd }) => firstToken <= at && at < tokenEnd)
  );
  if (!stretch.dated || figures.some(({ measure }) => measure === 'date')) return figures;
  const clause = { ...stretch, firstToken: statement.firstToken };
  const dates = readFigures(reading, terms, knowledge, clause).filter(({ measure }) => measure === 'date');
  return [...figures, ...dates];
}

/** "When prices go up, …": what is so whenever it happens, and is not said to have happened. */
function isGeneral(tokens: readonly Token[], { firstToken, tokenEnd }: TokenRange): boolean {
  const opens = (i: number): boolean => /^(?:when|whenever|if)$/u.test(tokens[i]?.normal ?? '');
  if (!opens(firstToken) && !opens(firstToken - 1)) return false;
  for (let i = firstToken; i < tokenEnd; i++) {
    const { pos, normal, lemma } = tokens[i]!;
    if (pos === 'AUX' || pos === 'VERB') return pos === 'VERB' && (normal === lemma || normal.endsWith('s'));
  }
  return false;
}

/** Whether a stretch tells of something planned, possible or imagined. */
function isImagined(
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  figures: readonly Figure[],
  knowledge: Knowledge
): boolean {
  if (isGeneral(tokens, { firstToken, tokenEnd })) return true;
  const modals = claimWords(knowledge, 'modal');
  const planned = claimWords(knowledge, 'planned');
  for (let i = firstToken; i < tokenEnd; i++) {
    const { normal } = tokens[i]!;
    if (planned.has(normal) && tokens[i + 1]?.normal === 'to' && i + 1 < tokenEnd) return true;
    // "3 May" is no "may".
    const dated = (): boolean =>
      figures.some((figure) => figure.measure === 'date' && figure.firstToken <= i && i < figure.tokenEnd);
    if (modals.has(normal) && !dated()) return true;
  }
  return false;
}

/** Reads what conflicts are found by, for one stretch of a statement. Linear in its sentence. */
export function readFacts(
  reading: Reading,
  terms: ToldTerms,
  knowledge: Knowledge,
  statement: Statement,
  stretch: ReadStretch,
  vocabulary: Vocabulary
): Facts {
  const { tokens, sentences } = reading.document;
  const figures = figuresOf(reading, terms, knowledge, statement, stretch);
  const said = saidIn(tokens, terms, stretch, figures, vocabulary);
  const wide = {
    firstToken: Math.min(statement.firstToken, stretch.firstToken),
    tokenEnd: Math.max(statement.tokenEnd, stretch.tokenEnd)
  };
  const negation = negationOf(tokens, terms, wide, vocabulary);
  const onlyThen = isOnlyThen(tokens, stretch, figures);
  return {
    ...said,
    figures: exactly(figures),
    onlyThen,
    time: readTime(reading, terms, stretch, knowledge),
    agents: agentsIn(reading, knowledge, stretch, terms, vocabulary),
    imagined: isImagined(tokens, stretch, figures, knowledge),
    ...(onlyThen ? { negated: [], negates: false, negatesThing: false } : negation),
    turns: turnsAround(tokens, stretch, sentences[stretch.sentence]!, knowledge),
    deniedByHolder: reading.segments[statement.segment]!.polarity === 'deny'
  };
}
