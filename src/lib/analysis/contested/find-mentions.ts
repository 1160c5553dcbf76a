import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span } from '$lib/text/document';
import type { Mention } from '../audit-schema';
import type { Reading } from '../reading';
import { hitsIn, type Hit } from './align';
import { layOver, type Field } from './field';
import type { ClaimForm } from './claim-form';
import { readCueHits, type CueReading } from './cue-hits';
import { denialOfWhatWasSaid } from './denial-reactions';
import { isHeadline, readHeadline } from './headline';
import { denied, deniedByTerm, mentionOf } from './make-mention';
import { occasionOf } from './occasion';
import { readContestedTerms } from './phrasal';
import { scoreClause } from './score-clause';
import type { Scored, Search } from './search';
import { clausesOf, type Clause } from './sentence-clauses';
import { CONTESTED } from './weights';

/** What one document says about one claim. */
export interface Found {
  readonly mentions: Mention[];
  /** The sentence that comes closest, whether or not it makes the claim. */
  readonly nearest: (Span & { readonly score: number }) | null;
  /** The claim laid over the document. */
  readonly field: Field;
}

/** A longer sentence, in tokens, is no prose and is not read for reactions. */
const LONGEST_SENTENCE = 400;

class MentionSearch implements Search {
  readonly field: Field;
  readonly cues: CueReading | null;
  private readonly threshold: number;
  private readonly hitsBySentence = new Map<number, Hit[]>();
  /** Best score of each sentence that makes the claim. */
  readonly made = new Map<number, number>();
  private topic: ArrayLike<number> | null = null;
  private nearest: { sentence: number; score: number } | null = null;

  constructor(
    readonly form: ClaimForm,
    readonly reading: Reading,
    readonly knowledge: Knowledge
  ) {
    this.field = layOver(form, reading, readContestedTerms(reading, knowledge), knowledge);
    this.cues = readCueHits(this.field);
    this.threshold = this.cues ? CONTESTED.withCues : CONTESTED.withoutCues;
  }

  run(): Found {
    const { sentences } = this.reading.document;
    if (this.cues === null && isHeadline(this.reading.document)) return this.headline();
    const mentions: Mention[] = [];
    const candidates = this.candidates();
    for (let next = 0; next < candidates.length; next++) {
      const index = candidates[next]!;
      const made = this.readSentence(index);
      mentions.push(...made);
      // What follows a mention may point back to it.
      if (made.length > 0 && index + 1 < sentences.length && candidates[next + 1] !== index + 1) {
        candidates.splice(next + 1, 0, index + 1);
      }
    }
    const near = this.nearest;
    const span = near ? sentences[near.sentence]! : null;
    return {
      field: this.field,
      mentions,
      nearest: near && span ? { start: span.start, end: span.end, score: near.score } : null
    };
  }

  /** A headline has one story, and makes the claim or not. */
  private headline(): Found {
    const mention = readHeadline(this);
    const sentence = this.reading.document.sentences[0]!;
    return {
      field: this.field,
      mentions: mention ? [mention] : [],
      nearest: { start: sentence.start, end: sentence.end, score: 0 }
    };
  }

  /** Sentences that hold any term of the claim, in order. */
  private candidates(): number[] {
    const found = new Set<number>();
    const { terms } = this.field;
    const add = (key: string): void => {
      for (const sentence of terms.sentencesWith.get(key) ?? []) found.add(sentence);
    };
    for (const { key, concept } of this.form.terms) {
      add(key);
      if (concept !== '') add(concept);
    }
    for (const group of this.form.aliases) for (const cue of group) add(cue[0]!.key);
    if (this.cues) for (const sentence of this.cues.groups[this.cues.rarest]!.keys()) found.add(sentence);
    return [...found].sort((a, b) => a - b);
  }

  /** Meetings of the claim's terms with a sentence. */
  hits(sentence: number): Hit[] {
    let hits = this.hitsBySentence.get(sentence);
    if (!hits) {
      const range = this.reading.document.sentences[sentence];
      hits = range ? hitsIn(this.field, range) : [];
      this.hitsBySentence.set(sentence, hits);
    }
    return hits;
  }

  /** What the opening of the text meets of the claim. */
  get occasion(): ArrayLike<number> {
    this.topic ??= occasionOf(this.field, this.knowledge);
    return this.topic;
  }

  private readSentence(index: number): Mention[] {
    const sentence = this.reading.document.sentences[index]!;
    const allowed = this.cues === null || this.cues.groups[this.cues.rarest]!.has(index);
    const clauses = clausesOf(this.reading, index);
    const scored = clauses.map((clause) => scoreClause(this, index, clause));
    let best: Scored | null = null;
    const roots = new Set(
      this.hits(index)
        .filter(({ term, quality }) => this.form.terms[term]!.root && quality > CONTESTED.otherHead)
        .map(({ token }) => token)
    );
    const isRoot = (token: number): boolean => roots.has(token);
    // Of clauses that profit alike from their sentence, the one that says most itself is the mention.
    const worth = ({ score, alone, anchor }: Scored): number =>
      score + CONTESTED.ownWords * alone + (isRoot(anchor) ? CONTESTED.ownRoot : 0);
    for (const item of scored) if (!best || worth(item) > worth(best)) best = item;
    if (best && best.score > (this.nearest?.score ?? 0))
      this.nearest = { sentence: index, score: best.score };
    const mentions: Mention[] = [];
    if (allowed && best && best.anchor >= 0 && best.score >= this.threshold) {
      const first = deniedByTerm(this, best, sentence, clauses) ?? mentionOf(this, best, sentence);
      mentions.push(first);
      this.made.set(index, best.score);
      for (const other of scored) {
        if (other.anchor < 0 || (other !== best && other.alone < CONTESTED.second)) continue;
        // A deed named inside a clause that already counts is that clause again.
        if (other.clause.start < first.end && first.start < other.clause.end) continue;
        const second = mentionOf(this, other, sentence);
        const same = mentions.some(({ voice, holder }) => voice === second.voice && holder === second.holder);
        if (!same || (other !== best && second.polarity !== first.polarity)) mentions.push(second);
      }
    }
    mentions.push(...this.reaction(index, sentence, clauses, mentions));
    return mentions.sort((a, b) => a.start - b.start);
  }

  /** "NATO has denied the allegations", after a sentence that makes the claim, or later in the same one. */
  private reaction(
    index: number,
    sentence: Clause,
    clauses: readonly Clause[],
    made: readonly Mention[]
  ): Mention[] {
    if (sentence.tokenEnd - sentence.firstToken > LONGEST_SENTENCE) return [];
    const before = this.made.get(index - 1);
    if (made.length === 0) {
      if (before === undefined) return [];
      const denial = denialOfWhatWasSaid(this.reading, this.knowledge, sentence);
      return denial ? [denied(this, sentence, denial, before * CONTESTED.inherited)] : [];
    }
    const last = made[made.length - 1]!;
    const found: Mention[] = [];
    for (const clause of clauses) {
      if (clause.start < last.end) continue;
      const denial = denialOfWhatWasSaid(this.reading, this.knowledge, clause);
      if (denial) found.push(denied(this, clause, denial, last.score * CONTESTED.inherited));
    }
    return found;
  }
}

/** Finds where a text makes, reports, hedges or denies a claim. Linear in the sentences that share a word with it. */
export function findMentions(form: ClaimForm, reading: Reading, knowledge: Knowledge): Found {
  return new MentionSearch(form, reading, knowledge).run();
}
