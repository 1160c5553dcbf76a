/** A plainer wording in the form of the words it may stand for: "embarrassed" for "humiliated". */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Token, TokenRange } from '$lib/text/document';
import { wordKinds, wordSet } from '../word-kinds';
import { FORM, inflect, verbForm } from '../voice/verb-forms';

/** Advice to the writer rather than words to put in: "say what was untrue". */
const ADVICE = /^(?:say|name|give|tell) (?:what|which|who|whom|where|how|by|the)\b/;
/** Words before a form in "-ed" among which an auxiliary makes it a participle. */
const AUXILIARY_REACH = 3;

/** The place of a verb's form in what `inflect` answers; 0 for its base. */
function formAt(tokens: readonly Token[], at: number, auxiliaries: ReadonlySet<string>): number {
  const form = verbForm(tokens[at]!.type);
  if ((form & FORM.ing) !== 0) return 4;
  if ((form & FORM.third) !== 0) return 1;
  if ((form & FORM.base) !== 0) return 0;
  if ((form & FORM.participle) === 0) return 2;
  if ((form & FORM.past) === 0) return 3;
  for (let k = at - 1; k >= Math.max(0, at - AUXILIARY_REACH); k--) {
    if (auxiliaries.has(tokens[k]!.normal)) return 3;
  }
  return 2;
}

/**
 * The wordings of an entry, parted by ";", fitted to the words found: a verb takes their form, or "to" where they are
 * no verb. Advice ("say who") and wordings that begin with no listed verb stay as they are.
 */
export function plainerWording(
  wording: string,
  tokens: readonly Token[],
  { firstToken, tokenEnd }: TokenRange,
  knowledge: Knowledge
): string {
  let head = firstToken;
  while (head < tokenEnd - 1 && tokens[head]!.pos !== 'VERB') head++;
  if (tokens[head]!.pos !== 'VERB') head = firstToken;
  const { pos } = tokens[head]!;
  const place = formAt(tokens, head, wordSet(knowledge, 'words-voice', 'auxiliary'));
  const kinds = wordKinds(knowledge, 'words-plain-verbs');
  return wording
    .split('; ')
    .map((option) => {
      const verb = /^\p{L}+/u.exec(option)?.[0] ?? '';
      const kind = kinds.get(verb);
      if (kind === undefined || ADVICE.test(option)) return option;
      if (pos === 'NOUN' || pos === 'PROPN' || (pos === 'ADJ' && place === 0))
        return kind === 'verb' ? `to ${option}` : option;
      return inflect(verb)[place]! + option.slice(verb.length);
    })
    .join('; ');
}
