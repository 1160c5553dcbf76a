import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, Span, TokenRange } from '$lib/text/document';
import { searchOf } from '$lib/text/match-patterns';
import { givenNames } from '../compare/given-names';
import type { Segment } from '../reading';
import { wordSet } from '../word-kinds';
import { clausesOf, type ClauseMap } from './clauses';
import { sceneOf } from './content';
import { cueLexicon } from './cue-lexicon';
import { range, type Finding } from './finding';
import { readFrames } from './frame-cues';
import { isHedged } from './hedges';
import { holderReader } from './holders';
import { readNounCues } from './noun-cues';
import { readQuotations } from './quotations';
import type { Speaker } from './speaker-signs';
import { assignSpeakers } from './speakers';
import { announcedBlocks, readTranscripts } from './transcripts';
import { CLASS } from './word-classes';
import { readVerbCues } from './verb-cues';
import { weighFindings } from './weigh-findings';
import { genderWords } from './people';

/** "…, although he offered no evidence": what a reporter adds about somebody's words. */
const ASIDES = 'reporter-asides';

/** What is painted over the tokens of a sentence, largest first, so that a nested holder keeps its words. */
interface Layer {
  readonly finding: Finding;
  readonly holder: string | null;
  readonly size: number;
}

/**
 * Whose words: tiles every body sentence into segments of one voice and one holder.
 *
 * Reads quotation marks, reporting, perceiving, accusing and promising verbs, nouns such as "claim" and
 * frames such as "according to"; verbs and frames come from word lists. Linear in the number of tokens.
 */
export function readSegments(document: Document, knowledge: Knowledge): Segment[] {
  const lexicon = cueLexicon(knowledge);
  const map = clausesOf(document);
  const quotations = readQuotations(document, map, lexicon);
  const asides = knowledge.lexicons[ASIDES] ? searchOf(knowledge, document.tokens).hits(ASIDES) : [];
  const scene = sceneOf(map, lexicon, quotations, asides);
  const nameWords = {
    given: givenNames(knowledge),
    genders: genderWords(knowledge),
    notPeople: wordSet(knowledge, 'claim-not-people', 'place-or-body')
  };
  const names = holderReader(document, map, lexicon, nameWords, quotations);
  const perSentence: Layer[][] = [];
  const speakers: Speaker[] = [];
  const transcripts = new Map<number, Finding>();
  for (const finding of announcedBlocks(document, map, lexicon)) transcripts.set(finding.sentence, finding);
  for (const finding of readTranscripts(document, map)) transcripts.set(finding.sentence, finding);
  document.sentences.forEach((sentence, index) => {
    const spoken = transcripts.get(index);
    const found: Finding[] = spoken ? [spoken] : [];
    const subject = readVerbCues(scene, index, sentence.firstToken, sentence.tokenEnd, found);
    readFrames(scene, index, sentence.firstToken, sentence.tokenEnd, found);
    readNounCues(scene, index, sentence.firstToken, sentence.tokenEnd, found);
    names.see(subject);
    const kept = weighFindings(found);
    const layers = kept.map((finding): Layer => {
      const holder = finding.holder
        ? names.nameOf(finding, finding.holder, index)
        : finding.rule === 'voice/perceived'
          ? names.lastHolder(index)
          : hearsayHolder(document, map, finding);
      speakers.push({ finding, holder });
      return {
        finding,
        holder,
        size: finding.contents.reduce((sum, part) => sum + part.tokenEnd - part.firstToken, 0)
      };
    });
    perSentence.push(layers);
    names.pass(sentence);
  });
  const quoted = assignSpeakers(document, map, quotations, speakers);
  for (const { sentence, finding, holder } of quoted) {
    const part = finding.contents[0]!;
    perSentence[sentence]!.push({ finding, holder, size: part.tokenEnd - part.firstToken });
  }
  // Which layer each token belongs to, by its place in its sentence's list; -1 for the author.
  const owner = new Int32Array(document.tokens.length).fill(-1);
  const segments: Segment[] = [];
  for (let index = 0; index < perSentence.length; index++) {
    const tiles = tile(document, map, knowledge, index, perSentence[index]!, quotations.at, owner);
    for (const segment of tiles) segments.push(segment);
  }
  return segments;
}

/** "It is said that …": nobody is named, so the words that say so stand for the holder. "Reportedly" has none. */
function hearsayHolder(document: Document, map: ClauseMap, finding: Finding): string | null {
  const { firstToken, tokenEnd } = finding.cue;
  const impersonal = finding.kind.startsWith('passive-that') && map.tokens[firstToken - 1]?.normal === 'it';
  if (!impersonal) return null;
  return document.text.slice(map.tokens[firstToken - 1]!.start, map.tokens[tokenEnd - 1]!.end);
}

/** A sentence that is the author's from end to end, as most are. */
function authorsOwn(document: Document, map: ClauseMap, knowledge: Knowledge, index: number): Segment {
  const { start, end, firstToken, tokenEnd } = document.sentences[index]!;
  return {
    start,
    end,
    firstToken,
    tokenEnd,
    sentence: index,
    voice: 'author',
    holder: null,
    certainty: isHedged(map, knowledge, { firstToken, tokenEnd }) ? 'hedged' : 'plain',
    polarity: 'affirm',
    rule: 'voice/author',
    holderSpan: null,
    cueSpan: null,
    quoted: false
  };
}

function tile(
  document: Document,
  map: ClauseMap,
  knowledge: Knowledge,
  index: number,
  layers: Layer[],
  quotationAt: Int32Array,
  owner: Int32Array
): Segment[] {
  const { firstToken, tokenEnd } = document.sentences[index]!;
  const { tokens } = document;
  if (layers.length === 0) return [authorsOwn(document, map, knowledge, index)];
  // Stable: of two layers of one size the later in the list, the quotation's speaker, wins.
  layers.sort((a, b) => b.size - a.size);
  layers.forEach(({ finding }, layer) => {
    for (const part of finding.contents) {
      owner.fill(layer, Math.max(firstToken, part.firstToken), Math.min(tokenEnd, part.tokenEnd));
    }
  });
  const segments: Segment[] = [];
  let from = firstToken;
  const spanOf = (part: TokenRange): Span => ({
    start: tokens[part.firstToken]!.start,
    end: tokens[part.tokenEnd - 1]!.end
  });
  const same = (a: number, b: number): boolean =>
    a === b ||
    (a >= 0 &&
      b >= 0 &&
      layers[a]!.holder === layers[b]!.holder &&
      layers[a]!.finding.polarity === layers[b]!.finding.polarity &&
      layers[a]!.finding.cue.firstToken === layers[b]!.finding.cue.firstToken);
  const close = (end: number): void => {
    if (end <= from) return;
    const layer = owner[from]! < 0 ? undefined : layers[owner[from]!];
    const part = range(from, end);
    let quoted = layer !== undefined;
    for (let k = from; k < end && quoted; k++) quoted = quotationAt[k]! >= 0 || !tokens[k]!.word;
    const hedged = (layer?.finding.hedged ?? false) || isHedged(map, knowledge, part);
    segments.push({
      start: tokens[from]!.start,
      end: tokens[end - 1]!.end,
      firstToken: from,
      tokenEnd: end,
      sentence: index,
      voice: layer ? 'attributed' : 'author',
      holder: layer ? layer.holder : null,
      certainty: hedged ? 'hedged' : 'plain',
      polarity: layer ? layer.finding.polarity : 'affirm',
      rule: layer ? layer.finding.rule : 'voice/author',
      holderSpan: layer?.finding.holder ? spanOf(layer.finding.holder) : null,
      cueSpan: layer ? spanOf(layer.finding.cue) : null,
      quoted
    });
    from = end;
  };
  smooth(map, owner, firstToken, tokenEnd);
  for (let k = firstToken + 1; k < tokenEnd; k++) {
    if (!same(owner[k]!, owner[k - 1]!)) close(k);
  }
  close(tokenEnd);
  return segments;
}

const CLOSING = new Set<number>([CLASS.comma, CLASS.semicolon, CLASS.close, CLASS.stop]);

/** Marks between two runs go with the run before; a run without a word of its own is none. */
function smooth(map: ClauseMap, owner: Int32Array, firstToken: number, tokenEnd: number): void {
  const { tokens } = map;
  let runStart = firstToken;
  for (let k = firstToken + 1; k <= tokenEnd; k++) {
    if (k < tokenEnd && owner[k] === owner[runStart]) continue;
    let words = false;
    for (let i = runStart; i < k && !words; i++) words = tokens[i]!.word;
    const beside = runStart > firstToken ? runStart - 1 : k < tokenEnd ? k : runStart;
    if (!words) owner.fill(owner[beside]!, runStart, k);
    runStart = k;
  }
  // A closing mark stays with the words it closes.
  for (let k = firstToken + 1; k < tokenEnd; k++) {
    if (owner[k] !== owner[k - 1] && CLOSING.has(map.classes[k]!)) owner[k] = owner[k - 1]!;
  }
}
