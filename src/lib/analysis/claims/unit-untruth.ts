/** What is told inside words that call it untrue, or true after all: "reports that the alarm was off are false". */
import type { TokenRange } from '$lib/text/document';
import type { Account } from './account';
import type { Facts } from './facts';
import type { Piece } from './piece';
import type { SaidUntrue } from './said-untrue';

/** A piece without the words that call it untrue. */
export const within = (piece: Piece, { firstToken, tokenEnd }: TokenRange): Piece => ({
  ...piece,
  firstToken: Math.max(piece.firstToken, firstToken),
  tokenEnd: Math.min(piece.tokenEnd, tokenEnd)
});

/** What calls a piece untrue: null for nothing, "itself" where the piece is no more than the words that do. */
export function frameOf(untruths: readonly SaidUntrue[], piece: TokenRange): SaidUntrue | 'itself' | null {
  for (const untruth of untruths) {
    if (piece.firstToken < untruth.tokenEnd && piece.tokenEnd > untruth.firstToken) return untruth;
    if (piece.firstToken === untruth.tokenEnd && piece.tokenEnd <= untruth.frameEnd + 1) return 'itself';
  }
  return null;
}

/** A deed that the words around it call untrue, or true after all. */
export function framedAccount(account: Account, untrue: boolean): Account {
  const { side } = account;
  const turned = side === '' || account.denied === untrue ? side : side === 'a' ? 'b' : 'a';
  return { ...account, denied: untrue, side: turned };
}

/** The words that call it untrue negate no word of what is told. */
export const framedFacts = (facts: Facts, untrue: boolean): Facts => ({
  ...facts,
  negated: [],
  negates: false,
  negatesThing: false,
  turns: 0,
  deniedByHolder: untrue
});
