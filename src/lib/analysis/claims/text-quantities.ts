import { readQuantities, type Quantity } from '$lib/text/read-quantities';
import type { Reading } from '../reading';

/** Quantities of the body of a text, with the tokens of the document. */
export function quantitiesOf({ document: { tokens, text, sentences } }: Reading): Quantity[] {
  const found: Quantity[] = [];
  for (const { firstToken, tokenEnd } of sentences) {
    for (const quantity of readQuantities(tokens.slice(firstToken, tokenEnd), text))
      found.push({
        ...quantity,
        firstToken: quantity.firstToken + firstToken,
        tokenEnd: quantity.tokenEnd + firstToken
      });
  }
  return found;
}
