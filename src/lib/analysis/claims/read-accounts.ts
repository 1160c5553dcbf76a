/** Reads deeds of the news, whatever the words: who died, was hurt, dismissed; what closed, what it cost, how long it took. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { TokenRange } from '$lib/text/document';
import { readQuantities, type Quantity } from '$lib/text/read-quantities';
import type { Reading } from '../reading';
import type { Account } from './account';
import { accountAt } from './account-at';
import type { Place } from './account-phrases';
import { numbersDiffer } from './figure-differences';
import type { Terms } from './terms';

const LIST = 'claim-deed-classes';

const remembered = new WeakMap<
  Reading,
  { readonly knowledge: Knowledge; readonly accounts: readonly Account[] }
>();

/** The accounts of one text, in text order; read once. Linear in its length. */
export function readAccounts(reading: Reading, terms: Terms, knowledge: Knowledge): readonly Account[] {
  const known = remembered.get(reading);
  if (known?.knowledge === knowledge) return known.accounts;
  const accounts = knowledge.lexicons[LIST] ? build({ reading, terms, knowledge }) : [];
  remembered.set(reading, { knowledge, accounts });
  return accounts;
}

function build(place: Place): readonly Account[] {
  const { document } = place.reading;
  const matches = place.reading.hits(LIST);
  const found: Account[] = [];
  let at = 0;
  for (const sentence of document.sentences) {
    while (at < matches.length && matches[at]!.firstToken < sentence.firstToken) at++;
    if (at >= matches.length) break;
    if (matches[at]!.firstToken >= sentence.tokenEnd) continue;
    const quantities = quantitiesIn(place.reading, sentence);
    for (; at < matches.length && matches[at]!.firstToken < sentence.tokenEnd; at++) {
      const account = accountAt(place, matches[at]!, sentence, quantities);
      if (account) found.push(account);
    }
  }
  return markAlone(found);
}

/** The quantities of a sentence, placed by the tokens of the document. */
function quantitiesIn({ document }: Reading, { firstToken, tokenEnd }: TokenRange): Quantity[] {
  return readQuantities(document.tokens.slice(firstToken, tokenEnd), document.text).map((quantity) => ({
    ...quantity,
    firstToken: quantity.firstToken + firstToken,
    tokenEnd: quantity.tokenEnd + firstToken
  }));
}

/** The deed, of a state also of what: told of two things it is two. */
const nameOf = ({ of, deed, head, names }: Account): string =>
  of === 'state' ? `${deed} ${head || names.join(' ')}` : deed;

/** Marks those whose text gives no other figure for such a deed. */
function markAlone(accounts: readonly Account[]): readonly Account[] {
  const byDeed = new Map<string, Account[]>();
  for (const account of accounts) {
    const name = nameOf(account);
    const known = byDeed.get(name);
    if (known) known.push(account);
    else byDeed.set(name, [account]);
  }
  const ofDeed = new Map<string, Account[]>();
  for (const account of accounts) {
    const known = ofDeed.get(account.deed);
    if (known) known.push(account);
    else ofDeed.set(account.deed, [account]);
  }
  return accounts.map((account) => {
    const own = byDeed.get(nameOf(account))!;
    const alone = own.every((other) => agrees(account, other));
    const single = alone && ofDeed.get(account.deed)!.every((other) => agrees(account, other));
    return alone ? { ...account, alone, single } : account;
  });
}

function agrees(a: Account, b: Account): boolean {
  if (a === b) return true;
  if (a.of === 'state') return a.side === b.side;
  if (!a.figure || !b.figure) return a.denied === b.denied;
  return a.denied === b.denied && a.figure.measure === b.figure.measure && !numbersDiffer(a.figure, b.figure);
}
