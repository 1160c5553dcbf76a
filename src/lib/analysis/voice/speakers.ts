/** Who speaks in each quotation: the holder of the cue beside it, else whoever spoke last. */
import type { Document } from '$lib/text/document';
import { range, type Finding } from './finding';
import type { Quotation, Quotations } from './quotations';
import { phraseEnd, verbGroupAt, type ClauseMap } from './clauses';
import { FORM, verbForm } from './verb-forms';
import { CLASS } from './word-classes';

export interface Speaker {
  readonly finding: Finding;
  readonly holder: string | null;
}

/** A quotation's part in one sentence. */
export interface QuotedPart extends Speaker {
  readonly sentence: number;
}

/** How many sentences after its last cue a speaker may go on. */
const MEMORY = 12;

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

/** 'insists that "nobody has won"': speech inside what somebody says, with no speaker nearer, is that speaker's. */
function quotedInside(
  { list, at }: Quotations,
  speakers: readonly Speaker[],
  speakerOf: (Speaker | undefined)[]
): void {
  const room = new Map<number, number>();
  for (const speaker of speakers) {
    if (speaker.holder === null) continue;
    for (const part of speaker.finding.contents) {
      const size = part.tokenEnd - part.firstToken;
      for (let k = part.firstToken; k < part.tokenEnd; k++) {
        const index = at[k]!;
        if (index < 0) continue;
        const { firstToken, tokenEnd, speech } = list[index]!;
        const known = room.get(index);
        const nearer = known === undefined ? speakerOf[index] === undefined : size < known;
        if (speech && nearer && firstToken >= part.firstToken && tokenEnd <= part.tokenEnd) {
          speakerOf[index] = speaker;
          room.set(index, size);
        }
        k = Math.max(k, tokenEnd - 1);
      }
    }
  }
}

/** One finding for every sentence part of every quotation that is speech. */
export function assignSpeakers(
  document: Document,
  map: ClauseMap,
  quotations: Quotations,
  speakers: readonly Speaker[]
): QuotedPart[] {
  const { list, at } = quotations;
  const speakerOf = new Array<Speaker | undefined>(list.length);
  for (const speaker of speakers) {
    for (const part of speaker.finding.contents) {
      for (const edge of [part.firstToken, part.tokenEnd - 1]) {
        const quotation = at[edge] ?? -1;
        if (quotation < 0) continue;
        const { firstToken, tokenEnd } = list[quotation]!;
        const cue = speaker.finding.cue;
        const outside = cue.tokenEnd <= firstToken || cue.firstToken >= tokenEnd;
        if (outside) speakerOf[quotation] ??= speaker;
      }
    }
  }
  quotedInside(quotations, speakers, speakerOf);
  const parts: QuotedPart[] = [];
  let last: Speaker | undefined;
  let lastSentence = -MEMORY;
  let sentence = 0;
  for (let index = 0; index < list.length; index++) {
    const quotation = list[index]!;
    while (
      sentence < document.sentences.length &&
      document.sentences[sentence]!.tokenEnd <= quotation.firstToken
    )
      sentence++;
    let speaker =
      speakerOf[index] ??
      named(map, quotation, sentence) ??
      actsBehind(map, quotation, sentence) ??
      signature(map, quotation, sentence);
    if (!speaker && !quotation.speech) continue;
    if (!speaker) {
      const next = speakerOf[index + 1];
      const block = document.sentences[sentence]?.block;
      const nextBlock = next ? document.sentences[next.finding.sentence]?.block : undefined;
      if (
        last &&
        sentence - lastSentence <= MEMORY &&
        !(next && block === nextBlock && document.sentences[last.finding.sentence]?.block !== block)
      )
        speaker = last;
      else if (next && block === nextBlock) speaker = next;
    }
    for (let k = sentence; k < document.sentences.length; k++) {
      const { firstToken, tokenEnd } = document.sentences[k]!;
      if (firstToken >= quotation.tokenEnd) break;
      const part = range(Math.max(firstToken, quotation.firstToken), Math.min(tokenEnd, quotation.tokenEnd));
      if (part.tokenEnd <= part.firstToken) continue;
      const finding: Finding = speaker
        ? { ...speaker.finding, sentence: k, contents: [part], rule: 'voice/quotation', kind: 'quotation' }
        : {
            sentence: k,
            contents: [part],
            holder: null,
            cue: range(part.firstToken, part.firstToken + 1),
            rule: 'voice/quotation',
            polarity: 'affirm',
            hedged: false,
            kind: 'quotation'
          };
      parts.push({ sentence: k, finding, holder: speaker?.holder ?? null });
      lastSentence = k;
    }
    if (speaker) last = speaker;
  }
  return parts;
}
