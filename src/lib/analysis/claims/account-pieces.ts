/** Stretches of a sentence that tell a deed which can be held against other accounts of it. */
import type { Token } from '$lib/text/document';
import { lowerBound } from '../lower-bound';
import type { Reading } from '../reading';
import type { Account } from './account';
import type { Piece } from './piece';

/** Words of the phrase that a clause hangs on: "the deadly fire | that killed eleven people". */
const ANTECEDENT = 4;

/** The accounts in a stretch, in text order. */
export function accountsIn(
  accounts: readonly Account[],
  firstToken: number,
  tokenEnd: number
): readonly Account[] {
  const from = lowerBound(accounts, firstToken, (account) => account.firstToken);
  let to = from;
  while (to < accounts.length && accounts[to]!.firstToken < tokenEnd) to++;
  return accounts.slice(from, to);
}

/** The account that a stretch tells first of all; null where it tells something else before. */
export function leadingAccount(
  tokens: readonly Token[],
  accounts: readonly Account[],
  firstToken: number,
  tokenEnd: number
): Account | null {
  const first = accounts[lowerBound(accounts, firstToken, (account) => account.firstToken)];
  if (!first || first.firstToken >= tokenEnd) return null;
  for (let i = firstToken; i < first.clause.firstToken; i++) if (tokens[i]!.pos === 'VERB') return null;
  return first;
}

/** Start of the phrase before "that", "which" or "who". */
function antecedent(tokens: readonly Token[], clause: number, sentence: number): number {
  if (!/^(?:that|which|who)$/.test(tokens[clause - 1]?.normal ?? '')) return clause;
  let at = clause - 1;
  while (
    at > Math.max(sentence, clause - 1 - ANTECEDENT) &&
    /^(?:NOUN|PROPN|ADJ|DET)$/.test(tokens[at - 1]!.pos)
  )
    at--;
  return at === clause - 1 ? clause : at;
}

/** The last statement of a sentence in which a deed is told; -1 where none holds it. */
export function statementWith(
  { statements }: Reading,
  account: { readonly firstToken: number },
  [first, end]: readonly [number, number]
): number {
  let found = -1;
  for (let i = first; i < end; i++) {
    const { firstToken, tokenEnd } = statements[i]!;
    if (firstToken <= account.firstToken && account.firstToken < tokenEnd) found = i;
  }
  return found;
}

/** Accounts that no stretch tells first of all, each as a stretch of its own. */
export function accountPieces(
  reading: Reading,
  accounts: readonly Account[],
  pieces: readonly Piece[],
  within: readonly [number, number],
  sentence: number
): Piece[] {
  const { tokens } = reading.document;
  if (accounts.length === 0) return [];
  const led = new Set(
    pieces.map(({ firstToken, tokenEnd }) => leadingAccount(tokens, accounts, firstToken, tokenEnd))
  );
  return accounts.flatMap((account): Piece[] => {
    if (led.has(account)) return [];
    const statement = statementWith(reading, account, within);
    if (statement < 0) return [];
    const firstToken = antecedent(tokens, account.clause.firstToken, sentence);
    return [{ statement, size: 1, firstToken, tokenEnd: account.clause.tokenEnd, account }];
  });
}
