/** What a source file imports and which names of the outside world it uses, read from its syntax tree. */
import ts from 'typescript';

export interface Import {
  readonly from: string;
  /** True when only types are taken: nothing is left of it in the built code. */
  readonly typeOnly: boolean;
  readonly dynamic: boolean;
}

export interface SourceFacts {
  readonly imports: readonly Import[];
  /** What makes a result depend on more than its input: `Date.now`, `Math.random`, `process`, `fetch` … */
  readonly impure: readonly string[];
}

const IMPURE_NAMES = new Set([
  'process',
  'fetch',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'setImmediate',
  'XMLHttpRequest',
  'localStorage',
  'sessionStorage',
  'require'
]);
const IMPURE_MEMBERS = new Set(['Math.random', 'Date.now']);

function importsNoValue(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const named = clause.namedBindings;
  return (
    !clause.name &&
    named !== undefined &&
    ts.isNamedImports(named) &&
    named.elements.length > 0 &&
    named.elements.every((element) => element.isTypeOnly)
  );
}

function exportsNoValue(node: ts.ExportDeclaration): boolean {
  const clause = node.exportClause;
  return (
    node.isTypeOnly ||
    (clause !== undefined &&
      ts.isNamedExports(clause) &&
      clause.elements.length > 0 &&
      clause.elements.every((element) => element.isTypeOnly))
  );
}

/** True where a name is a member, a key or a declaration of its own rather than the global of that name. */
function isOwnName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (
    (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isPropertySignature(parent) && parent.name === node) ||
    (ts.isPropertyDeclaration(parent) && parent.name === node) ||
    ((ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent)) && parent.name === node) ||
    ts.isImportSpecifier(parent) ||
    ts.isTypeReferenceNode(parent) ||
    ts.isTypeQueryNode(parent)
  );
}

function impureUse(node: ts.Node): string | null {
  if (ts.isIdentifier(node) && IMPURE_NAMES.has(node.text) && !isOwnName(node)) return node.text;
  if (ts.isPropertyAccessExpression(node)) {
    const member = `${node.expression.getText()}.${node.name.text}`;
    if (IMPURE_MEMBERS.has(member)) return member;
    // What these give depends on the settings of the computer.
    if (/^(localeCompare|toLocale\w+)$/.test(node.name.text)) return node.name.text;
  }
  const makesDate =
    (ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'Date';
  return makesDate && (node.arguments?.length ?? 0) === 0 ? 'new Date()' : null;
}

function readScript(name: string, script: string): SourceFacts {
  const kind = name.endsWith('.mjs') || name.endsWith('.js') ? ts.ScriptKind.JS : ts.ScriptKind.TS;
  const source = ts.createSourceFile(name, script, ts.ScriptTarget.Latest, true, kind);
  const imports: Import[] = [];
  const impure: string[] = [];
  const add = (from: ts.Node, typeOnly: boolean, dynamic = false): void => {
    if (ts.isStringLiteralLike(from)) imports.push({ from: from.text, typeOnly, dynamic });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, importsNoValue(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      add(node.moduleSpecifier, exportsNoValue(node));
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      if (node.arguments[0]) add(node.arguments[0], false, true);
    }
    const use = impureUse(node);
    if (use) impure.push(use);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { imports, impure };
}

/** Reads a `.ts`, `.js`, `.mjs` or `.svelte` file: of the last its scripts, and imports within its markup. */
export function readSource(name: string, text: string): SourceFacts {
  if (!name.endsWith('.svelte')) return readScript(name, text);
  const scripts: string[] = [];
  const markup = text.replace(/<script[^>]*>([\s\S]*?)<\/script>/g, (_all, script: string) => {
    scripts.push(script);
    return '';
  });
  const inMarkup = [...markup.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g)].map((match) => ({
    from: match[1] ?? '',
    typeOnly: false,
    dynamic: true
  }));
  const { imports, impure } = readScript(`${name}.ts`, scripts.join('\n'));
  return { imports: [...imports, ...inMarkup], impure };
}
