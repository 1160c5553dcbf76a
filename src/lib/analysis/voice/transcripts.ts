/** Transcripts: paragraphs that open with a speaker's label ("Q:", "ROE:", "Roe:"). */
import type { Document } from '$lib/text/document';
import { verbGroupAt, type ClauseMap } from './clauses';
import type { CueLexicon } from './cue-lexicon';
import { isSelf } from './no-holders';
import { subjectOf } from './subjects';
import { range, type Finding } from './finding';
import { CLASS } from './word-classes';

/** Most tokens in a label. */
const LABEL_TOKENS = 4;
/** A label in capitals is one whatever the tagger takes its word for. */
const CAPITALS = /^\p{Lu}{2,}$/u;
/** A label counts when so many paragraphs open with it. */
const REPEATED = 2;

/** End of the label at the start of a sentence, the colon left out; -1 for none. */
function labelEnd(map: ClauseMap, first: number, last: number): number {
  for (let k = first; k < last && k <= first + LABEL_TOKENS; k++) {
    const code = map.classes[k]!;
    if (code === CLASS.colon) return k > first && k + 1 < last ? k : -1;
    const letter = map.tokens[k]!.text.length === 1 && map.tokens[k]!.word;
    if (
      code !== CLASS.name &&
      !CAPITALS.test(map.tokens[k]!.text) &&
      !letter &&
      !(code === CLASS.stop && k > first)
    )
      return -1;
  }
  return -1;
}

/** "The governor added:" at the end of a paragraph gives the next one to the governor. */
export function announcedBlocks(document: Document, map: ClauseMap, lexicon: CueLexicon): Finding[] {
  const findings: Finding[] = [];
  for (let index = 0; index + 1 < document.blocks.length; index++) {
    const block = document.blocks[index]!;
    const next = document.blocks[index + 1]!;
    if (block.sentenceEnd <= block.firstSentence || next.sentenceEnd <= next.firstSentence) continue;
    const { firstToken, tokenEnd } = document.sentences[block.sentenceEnd - 1]!;
    if (map.classes[tokenEnd - 1] !== CLASS.colon) continue;
    const verb = verbGroupAt(map, tokenEnd - 2);
    if (!verb?.finite || verb.passive) continue;
    const says = lexicon.verbs.get(map.tokens[verb.head]!.normal)?.some((cue) => cue.clause === 'say');
    const holder = says ? subjectOf(map, verb, firstToken) : null;
    if (!holder || isSelf(map, lexicon.words, holder)) continue;
    for (let sentence = next.firstSentence; sentence < next.sentenceEnd; sentence++) {
      const part = document.sentences[sentence]!;
      findings.push({
        sentence,
        contents: [range(part.firstToken, part.tokenEnd)],
        holder,
        cue: range(verb.start, verb.end),
        rule: 'voice/transcript',
        polarity: 'affirm',
        hedged: false,
        kind: 'announced'
      });
    }
  }
  return findings;
}

/** The words of labelled paragraphs, one finding a sentence, when a label comes back. */
export function readTranscripts(document: Document, map: ClauseMap): Finding[] {
  const found: { block: number; from: number; colon: number; label: string }[] = [];
  const counts = new Map<string, number>();
  document.blocks.forEach((block, index) => {
    const sentence = document.sentences[block.firstSentence];
    if (!sentence || block.firstSentence >= block.sentenceEnd) return;
    const colon = labelEnd(map, sentence.firstToken, sentence.tokenEnd);
    if (colon < 0) return;
    const label = document.text.slice(sentence.start, map.tokens[colon]!.start);
    counts.set(label, (counts.get(label) ?? 0) + 1);
    found.push({ block: index, from: sentence.firstToken, colon, label });
  });
  const findings: Finding[] = [];
  const transcript = [...counts].some(([label, times]) => times >= REPEATED && CAPITALS.test(label));
  for (const { block, from, colon, label } of found) {
    // In a transcript somebody may speak once.
    if (counts.get(label)! < REPEATED && !(transcript && CAPITALS.test(label))) continue;
    const { firstSentence, sentenceEnd } = document.blocks[block]!;
    for (let sentence = firstSentence; sentence < sentenceEnd; sentence++) {
      const { firstToken, tokenEnd } = document.sentences[sentence]!;
      const start = Math.max(firstToken, colon + 1);
      if (start >= tokenEnd) continue;
      findings.push({
        sentence,
        contents: [range(start, tokenEnd)],
        holder: range(from, colon),
        cue: range(colon, colon + 1),
        rule: 'voice/transcript',
        polarity: 'affirm',
        hedged: false,
        kind: 'transcript'
      });
    }
  }
  return findings;
}
