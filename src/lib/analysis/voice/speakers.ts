/** Who speaks in each quotation: the holder of the cue beside it, else whoever spoke last. */
import type { Document, TokenRange } from '$lib/text/document';
import { range, type Finding } from './finding';
import type { Quotations } from './quotations';
import type { ClauseMap } from './clauses';
import { speakerBeside, type Speaker } from './speaker-signs';

/** A quotation's part in one sentence. */
export interface QuotedPart extends Speaker {
  readonly sentence: number;
}

/** How many sentences after its last cue a speaker may go on. */
const MEMORY = 12;

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

/** A cue of asking, which leaves open only what is asked: “It is late. Why?” he asked. */
const ASKING = /:ask$/;

/** Whether a stretch ends with a question mark, closing marks left out. */
function asks({ tokens }: ClauseMap, { firstToken, tokenEnd }: TokenRange): boolean {
  let last = tokenEnd - 1;
  while (last > firstToken && !tokens[last]!.word && !tokens[last]!.text.startsWith('?')) last--;
  return tokens[last]!.text.startsWith('?');
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
    let speaker = speakerOf[index] ?? speakerBeside(document, map, quotation, sentence);
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
        ? {
            ...speaker.finding,
            sentence: k,
            contents: [part],
            rule: 'voice/quotation',
            kind: 'quotation',
            hedged: speaker.finding.hedged && (!ASKING.test(speaker.finding.kind) || asks(map, part))
          }
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
