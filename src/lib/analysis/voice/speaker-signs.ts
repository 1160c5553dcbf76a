/** Signs beside a quotation that name its speaker without a cue verb: a dash, a colon, a deed behind a comma. */
import type { Document } from '$lib/text/document';
import { phraseEnd, verbGroupAt, type ClauseMap } from './clauses';
import { range, type Finding } from './finding';
import type { Quotation } from './quotations';
import { subjectOf } from './subjects';
import { FORM, verbForm } from './verb-forms';
import { CLASS } from './word-classes';

/** Who speaks, and by which words the text says so. */
export interface Speaker {
  readonly finding: Finding;
  readonly holder: string | null;
}

/** Most tokens of a name set after a dash that closes a quotation. */
const SIGNATURE_TOKENS = 8;

/** '“…” — Jane Roe': the name behind the dash speaks. */
function signature(map: ClauseMap, quotation: Quotation, sentence: number): Speaker | undefined {
  const { tokens, classes } = map;
  const dash = quotation.tokenEnd;
  if (classes[dash] !== CLASS.dash || classes[dash + 1] !== CLASS.name) return undefined;
  const holder = range(
    dash + 1,
    phraseEnd(map, dash + 1, Math.min(tokens.length, dash + 1 + SIGNATURE_TOKENS))
  );
  if (holder.tokenEnd <= holder.firstToken) return undefined;
  const name = tokens
    .slice(holder.firstToken, holder.tokenEnd)
    .map((token) => token.text)
    .join(' ');
  const finding: Finding = {
    sentence,
    contents: [],
    holder,
    cue: range(dash, dash + 1),
    rule: 'voice/quotation',
    polarity: 'affirm',
    hedged: false,
    kind: 'signature'
  };
  return { finding, holder: name };
}

/** Most tokens of a clause that introduces a quotation. */
const INTRODUCED_TOKENS = 24;

/** What a speaker's name or office may open with. */
const NAMING = new Set<number>([CLASS.name, CLASS.determiner, CLASS.noun]);

/** Most tokens of a speaker between a verb and the mark that follows. */
const NAMED_TOKENS = 8;

/** '"…," Roe raged to the crowd.': who does something right behind words that stop at a comma said them. */
function actsBehind(map: ClauseMap, { tokenEnd }: Quotation, sentence: number): Speaker | undefined {
  const { tokens, classes } = map;
  if (tokens[tokenEnd - 2]?.text !== ',' || !NAMING.has(classes[tokenEnd]!)) return undefined;
  const stop = phraseEnd(map, tokenEnd, Math.min(tokens.length, tokenEnd + NAMED_TOKENS), false);
  const group = verbGroupAt(map, stop);
  if (stop === tokenEnd || !group?.finite || group.start !== stop || group.passive) return undefined;
  // "the 14th-ranked Roe said": what is joined to the word before it is no deed.
  if (classes[stop - 1] === CLASS.hyphen) return undefined;
  if (classes[group.head] !== CLASS.verb || (verbForm(tokens[group.head]!.type) & FORM.past) === 0)
    return undefined;
  const holder = range(tokenEnd, stop);
  const finding: Finding = {
    sentence,
    contents: [],
    holder,
    cue: range(group.head, group.head + 1),
    rule: 'voice/quotation',
    polarity: 'affirm',
    hedged: false,
    kind: 'named'
  };
  const words = tokens.slice(tokenEnd, stop).map((token) => token.text);
  return { finding, holder: words.join(' ') };
}

/** '"…," gushed Roe.': right behind a quotation that stops at a comma, a verb and a name say who speaks. */
function named(map: ClauseMap, { tokenEnd }: Quotation, sentence: number): Speaker | undefined {
  const { tokens, classes } = map;
  const inside = tokens[tokenEnd - 2]?.text ?? '';
  const verb = classes[tokenEnd] === CLASS.comma ? tokenEnd + 1 : tokenEnd;
  if (verb === tokenEnd && !/^[,!?]$/.test(inside)) return undefined;
  if (classes[verb] !== CLASS.verb || (verbForm(tokens[verb]!.type) & FORM.past) === 0) return undefined;
  // "whimpered director Hanna Brandt": an office may stand before the name.
  let name = verb + 1;
  while (name < verb + 3 && classes[name] === CLASS.noun) name++;
  if (classes[name] !== CLASS.name) return undefined;
  const stop = phraseEnd(map, verb + 1, Math.min(tokens.length, verb + 1 + NAMED_TOKENS));
  if (classes[stop] !== CLASS.comma && classes[stop] !== CLASS.stop) return undefined;
  const finding: Finding = {
    sentence,
    contents: [],
    holder: range(verb + 1, stop),
    cue: range(verb, verb + 1),
    rule: 'voice/quotation',
    polarity: 'affirm',
    hedged: false,
    kind: 'named'
  };
  const words = tokens.slice(verb + 1, stop).map((token) => token.text);
  return { finding, holder: words.join(' ') };
}

/** 'Roe is in Calder: "…"': a name at the head of the clause before a colon speaks behind it. */
function introduced(
  document: Document,
  map: ClauseMap,
  { firstToken, speech }: Quotation,
  sentence: number
): Speaker | undefined {
  const { classes, tokens } = map;
  const from = document.sentences[sentence]?.firstToken ?? firstToken;
  if (!speech || classes[firstToken - 1] !== CLASS.colon || firstToken - from > INTRODUCED_TOKENS)
    return undefined;
  for (let k = from; k < firstToken; k++) {
    const group = verbGroupAt(map, k);
    if (!group?.finite) continue;
    const holder = group.passive ? null : subjectOf(map, group, from);
    if (!holder || classes[holder.tokenEnd - 1] !== CLASS.name) return undefined;
    const finding: Finding = {
      sentence,
      contents: [],
      holder,
      cue: range(group.head, group.head + 1),
      rule: 'voice/quotation',
      polarity: 'affirm',
      hedged: false,
      kind: 'introduced'
    };
    const { start } = tokens[holder.firstToken]!;
    return { finding, holder: document.text.slice(start, tokens[holder.tokenEnd - 1]!.end) };
  }
  return undefined;
}

/** Who the words beside a quotation say spoke it; undefined when none does. */
export function speakerBeside(
  document: Document,
  map: ClauseMap,
  quotation: Quotation,
  sentence: number
): Speaker | undefined {
  return (
    named(map, quotation, sentence) ??
    actsBehind(map, quotation, sentence) ??
    signature(map, quotation, sentence) ??
    introduced(document, map, quotation, sentence)
  );
}
