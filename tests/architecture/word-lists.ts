/** Word lists written into code, where they belong into `src/lib/lexicons` with a source and sentences that test them. */
import ts from 'typescript';

/** From so many lower-case words on, a literal is a list. */
const LIST = 6;
const WORD = /^[a-z][a-z'.-]*$/;

interface FoundList {
  /** What the list is called, or the first name around it. */
  readonly name: string;
  readonly words: readonly string[];
}

function nameAround(node: ts.Node): string {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent) {
    if ((ts.isVariableDeclaration(at) || ts.isFunctionDeclaration(at)) && at.name) return at.name.getText();
    if (ts.isPropertyAssignment(at) && ts.isIdentifier(at.name)) return at.name.text;
  }
  return 'unnamed';
}

const isSplit = (node: ts.Node): boolean =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.name.text === 'split' &&
  !ts.isIdentifier(node.expression.expression);

/** The texts of all string literals below a node. */
function stringsIn(node: ts.Node): string[] {
  const found: string[] = ts.isStringLiteralLike(node) ? [node.text] : [];
  ts.forEachChild(node, (child) => {
    found.push(...stringsIn(child));
  });
  return found;
}

/** The words of `['a', 'b']`, of `'a b'.split(' ')` and of `/^(?:a|b)$/`; empty for anything else. */
function wordsIn(node: ts.Node): readonly string[] {
  if (ts.isArrayLiteralExpression(node)) {
    return node.elements.filter(ts.isStringLiteralLike).map(({ text }) => text);
  }
  if (isSplit(node)) return stringsIn(node).join(' ').split(/\s+/);
  if (!ts.isRegularExpressionLiteral(node)) return [];
  // Alternatives that are whole words and not just endings: at least four letters, or a list between anchors.
  return [...node.text.matchAll(/\((?:\?:)?((?:[a-z']+\|)+[a-z']+)\)/g)].flatMap(([, words]) =>
    (words ?? '').split('|').filter((word) => word.length > 3)
  );
}

/** The lists of at least `LIST` lower-case words in a source file. */
function wordListsIn(file: string, text: string): FoundList[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: FoundList[] = [];
  const visit = (node: ts.Node): void => {
    const words = wordsIn(node).filter((word) => WORD.test(word));
    if (words.length >= LIST) found.push({ name: nameAround(node), words });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Literals that are no word lists: names of kinds and parts, endings, words that the code tells apart one by one. */
const NO_LISTS: Readonly<Record<string, string>> = {
  'analysis/audit-schema-document': 'reason kind',
  'analysis/claims/check-worthiness-signs': 'PARTS',
  'analysis/claims/statement-nominal': 'DEVERBAL',
  'analysis/compare/target-features': 'SHAPE',
  'analysis/compare/target-roles': 'ZONES',
  'analysis/metrics/plainer': 'ADVICE',
  'analysis/metrics/reader-address': 'series',
  'analysis/metrics/sources-cues': 'UTTERED',
  'analysis/voice/cue-lexicon': 'FRAME_OPENERS',
  'analysis/voice/left-content': 'INVERTED',
  'analysis/voice/no-holders': 'ABSTRACT',
  'analysis/voice/word-classes': 'TITLES',
  'text/page-chrome': 'REASONS'
};

/** How English writes numbers, dates and measures: each form has a value or a place in a grammar, hence code. */
const GRAMMAR: Readonly<Record<string, string>> = {
  'text/date-line': 'MONTHS WEEKDAYS BESIDE_DATES',
  'text/dates': 'YEAR_AFTER PEOPLE',
  'text/match-line': 'NUMBER_WORDS',
  'text/number-words': 'SMALL TENS',
  'text/quantity-units': 'MEASURES',
  'text/read-quantities': 'LABELS'
};

/** Lists that have not moved yet. None may be added. */
const WAITING: Readonly<Record<string, string>> = {
  'analysis/claims/check-worthiness-signs': 'PERSONS PRESENT',
  'analysis/claims/check-worthiness-terms': 'NUMBER_WORDS MODALS',
  'analysis/claims/clause-split': 'COMPARING',
  'analysis/claims/conflict-numbers': 'ONCE_A_WEEK',
  'analysis/claims/counts': 'LOOSE MONTHS SPANS',
  'analysis/claims/offices': 'OFFICES',
  'analysis/claims/pair-side': 'NEGATIONS DAYS UNITS',
  'analysis/claims/part-circumstances': 'DATING TELLING',
  'analysis/claims/part-phrases': 'DAYS POINTS STRETCHES',
  'analysis/claims/part-places': 'PLACING TAKEN_UP OF_ANOTHER',
  'analysis/claims/part-verb': 'PREPOSITIONAL',
  'analysis/claims/word-keys': 'NUMBER_WORDS unnamed',
  'analysis/compare/actor-names': 'POINTERS',
  'analysis/compare/person-sequences': 'OF_WOMEN',
  'analysis/compare/actor-roles': 'STATES',
  'analysis/compare/target-features': 'NEGATORS WHO'
};

/** The lists of a file below `src/lib` that should be data; `file` without its `.ts`. */
export function strayLists(file: string, text: string): string[] {
  const allowed = [NO_LISTS, GRAMMAR, WAITING].flatMap((table) => (table[file] ?? '').split(' '));
  return wordListsIn(`${file}.ts`, text)
    .filter(({ name }) => !allowed.includes(name))
    .map(
      ({ name, words }) => `${file}: ${name} (${words.slice(0, 3).join(', ')} …) belongs into a word list`
    );
}
