import type { Knowledge } from '$lib/lexicons/knowledge';
import { quoteOf, type Span, type Token, type TokenRange } from '$lib/text/document';
import type { Mention } from '../audit-schema';
import { isYearKey, readTerms } from '../claims/terms';
import type { Reading } from '../reading';
import {
  bestPerTerm,
  coverage,
  cueAt,
  doneByAnother,
  hitsIn,
  layOver,
  rolesExchanged,
  speaksOfOtherYear,
  type Field,
  type Hit
} from './align';
import type { ClaimForm } from './claim-form';
import { nearness, readCueHits, type CueReading } from './cue-hits';
import { denialOfWhatWasSaid, denialOver, pointers, type Denial } from './denial-frames';
import { isNegated } from './negation';
import { clausesOf, inside, segmentAt, statementAt, type Clause } from './sentence-clauses';
import { CONTESTED } from './weights';

/** What one document says about one claim. */
export interface Found {
  readonly mentions: Mention[];
  /** The sentence that comes closest, whether or not it makes the claim. */
  readonly nearest: (Span & { readonly score: number }) | null;
}

const POINTING = new Set([
  'it',
  'they',
  'he',
  'she',
  'this',
  'these',
  'those',
  'such',
  'them',
  'its',
  'their',
  'his',
  'which',
  'her'
]);

/** A longer sentence, in tokens, is no prose and is not read for reactions. */
const LONGEST_SENTENCE = 400;

/** "Promised that …", "pledged not to …", "allegations of …": the content follows. */
function opensContent(tokens: readonly Token[], from: number, end: number): boolean {
  for (let i = from; i < Math.min(end, from + 5); i++) {
    const { normal, pos } = tokens[i]!;
    if (normal === 'that') return true;
    if (normal === 'to') return i === from || tokens[i - 1]!.normal === 'not';
    if (normal === 'of') return i === from;
    if (pos === 'PUNCT' || pos === 'CCONJ' || pos === 'VERB' || pos === 'AUX') return false;
  }
  return false;
}

interface Scored {
  readonly clause: Clause;
  readonly score: number;
  readonly alone: number;
  readonly anchor: number;
  readonly opposed: boolean;
  /** The anchor is a word of the claim itself, not only a cue for it. */
  readonly own: boolean;
}

class Search {
  private readonly field: Field;
  private readonly cues: CueReading | null;
  private readonly threshold: number;
  private readonly hitsBySentence = new Map<number, Hit[]>();
  /** Best score of each sentence that makes the claim. */
  private readonly made = new Map<number, number>();
  private nearest: { sentence: number; score: number } | null = null;

  constructor(
    private readonly form: ClaimForm,
    private readonly reading: Reading,
    private readonly knowledge: Knowledge
  ) {
    this.field = layOver(form, reading, readTerms(reading, knowledge));
    this.cues = readCueHits(this.field);
    this.threshold = this.cues ? CONTESTED.withCues : CONTESTED.withoutCues;
  }

  run(): Found {
    const { sentences } = this.reading.document;
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
      mentions,
      nearest: near && span ? { start: span.start, end: span.end, score: near.score } : null
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
    if (this.cues) for (const sentence of this.cues.groups[this.cues.rarest]!.keys()) found.add(sentence);
    return [...found].sort((a, b) => a - b);
  }

  private hits(sentence: number): Hit[] {
    let hits = this.hitsBySentence.get(sentence);
    if (!hits) {
      const range = this.reading.document.sentences[sentence];
      hits = range ? hitsIn(this.field, range) : [];
      this.hitsBySentence.set(sentence, hits);
    }
    return hits;
  }

  private readSentence(index: number): Mention[] {
    const sentence = this.reading.document.sentences[index]!;
    const allowed = this.cues === null || this.cues.groups[this.cues.rarest]!.has(index);
    const clauses = clausesOf(this.reading, index);
    const scored = clauses.map((clause) => this.scoreClause(index, clause));
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
      const first = this.deniedByTerm(best, sentence, clauses) ?? this.mention(best, sentence);
      mentions.push(first);
      this.made.set(index, best.score);
      for (const other of scored) {
        if (other.anchor < 0 || (other !== best && other.alone < CONTESTED.second)) continue;
        // A deed named inside a clause that already counts is that clause again.
        if (other.clause.start < first.end && first.start < other.clause.end) continue;
        const second = this.mention(other, sentence);
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
      return denial ? [this.denied(sentence, denial, before * CONTESTED.inherited)] : [];
    }
    const last = made[made.length - 1]!;
    const found: Mention[] = [];
    for (const clause of clauses) {
      if (clause.start < last.end) continue;
      const denial = denialOfWhatWasSaid(this.reading, this.knowledge, clause);
      if (denial) found.push(this.denied(clause, denial, last.score * CONTESTED.inherited));
    }
    return found;
  }

  private denied(clause: Clause, denial: Denial, score: number): Mention {
    const segment = segmentAt(this.reading, clause.firstToken);
    const attributed = denial.attributed || segment?.voice === 'attributed';
    return {
      start: clause.start,
      end: clause.end,
      quote: quoteOf(this.reading.document, clause),
      voice: attributed ? 'attributed' : 'author',
      holder: denial.holder ?? (attributed ? (segment?.holder ?? null) : null),
      polarity: 'deny',
      certainty: 'plain',
      score
    };
  }

  private scoreClause(index: number, clause: Clause): Scored {
    const { field, form } = this;
    const { tokens } = this.reading.document;
    const here = this.hits(index);
    const own = bestPerTerm(field, here, (hit) => inside(clause, hit.token));
    const near = bestPerTerm(field, here, () => true);
    const earlier = bestPerTerm(field, this.hits(index - 1), () => true);
    let points = false;
    for (let i = clause.firstToken; i < clause.tokenEnd && !points; i++)
      points = POINTING.has(tokens[i]!.normal);
    const back = points ? CONTESTED.beforePointed : CONTESTED.before;
    const best = own.map((quality, i) =>
      Math.max(quality, near[i]! * CONTESTED.sentence, earlier[i]! * back)
    );
    const anchorHit = this.anchor(here, clause);
    let agreement = coverage(field, best);
    const made = this.made.get(index - 1) ?? this.made.get(index - 2);
    if (anchorHit && made !== undefined && this.pointsToClaim(clause, anchorHit)) {
      agreement = Math.max(agreement, made * CONTESTED.inherited);
    } else if (anchorHit) {
      const sentence = this.reading.document.sentences[index]!;
      if (speaksOfOtherYear(field, sentence)) agreement *= CONTESTED.otherYear;
      if (this.saysSomethingElse(anchorHit, sentence, near)) agreement *= CONTESTED.otherContent;
      if (form.terms[anchorHit.term]!.root && rolesExchanged(field, anchorHit.token, sentence)) {
        agreement *= CONTESTED.exchanged;
      }
      if (form.terms[anchorHit.term]!.root && doneByAnother(field, anchorHit.token, sentence)) {
        agreement *= CONTESTED.otherAgent;
      }
      if (!this.cues && !this.saysEnough(best, near)) agreement *= CONTESTED.tooLittle;
    }
    const alone = coverage(field, own);
    if (!this.cues)
      return {
        clause,
        score: agreement,
        alone,
        anchor: anchorHit?.token ?? -1,
        opposed: anchorHit?.opposed ?? false,
        own: anchorHit !== null
      };
    const close = nearness(this.cues, index, clause);
    return {
      clause,
      score:
        close === 0
          ? agreement * (1 - CONTESTED.cueShare)
          : (1 - CONTESTED.cueShare) * agreement + CONTESTED.cueShare * close,
      alone,
      anchor: close === 0 ? -1 : (anchorHit?.token ?? this.cueAnchor(index, clause)),
      opposed: anchorHit?.opposed ?? false,
      own: anchorHit !== null
    };
  }

  /** The word of a clause that carries the claim: its root, else its weightiest word that is no name or number. */
  private anchor(hits: readonly Hit[], clause: TokenRange): Hit | null {
    let best: Hit | null = null;
    let weight = 0;
    for (const hit of hits) {
      const term = this.form.terms[hit.term]!;
      if (term.kind !== 'word' || !inside(clause, hit.token)) continue;
      // "X is Y" is not made by a sentence that never says Y of anybody.
      if (this.form.copular && (!term.root || hit.quality <= CONTESTED.otherHead)) continue;
      const worth = (term.root ? 10 : this.field.weights[hit.term]!) * hit.quality;
      if (worth > weight) [best, weight] = [hit, worth];
    }
    return best;
  }

  private cueAnchor(index: number, clause: TokenRange): number {
    if (!this.cues) return -1;
    // A cue for what a claim says of its subject does not stand for its being said.
    if (this.form.copular && this.form.cueIsRoot[this.cues.rarest]) return -1;
    const tokens = this.cues.groups[this.cues.rarest]!.get(index) ?? [];
    return tokens.find((token) => inside(clause, token)) ?? -1;
  }

  /** "This promise": a determiner that points back, before the word that carries the claim. */
  private pointsToClaim(clause: TokenRange, anchor: Hit): boolean {
    if (!this.form.terms[anchor.term]!.root) return false;
    // "The leak", "this order": the claim's own deed again.
    const { tokens } = this.reading.document;
    const before = tokens[anchor.token - 1]?.normal;
    if (tokens[anchor.token]!.pos === 'NOUN' && (before === 'the' || before === 'this' || before === 'that'))
      return true;
    return pointers(this.reading, this.knowledge, clause).some(
      (match) => anchor.token >= match.firstToken && anchor.token < match.tokenEnd
    );
  }

  /**
   * Without cues, more is asked: the claim's main word in the sentence, its figures, and two of its telling
   * words, of which a year may be one.
   */
  private saysEnough(best: ArrayLike<number>, near: ArrayLike<number>): boolean {
    let telling = 0;
    let met = 0;
    for (const [i, term] of this.form.terms.entries()) {
      if (term.required && near[i]! <= CONTESTED.otherHead) return false;
      if (term.kind === 'number' && !isYearKey(term.key) && near[i] === 0) return false;
      if (term.kind === 'actor' || (term.light && !term.root) || this.form.heads.has(term.key)) continue;
      if (term.kind === 'word') telling++;
      if (best[i]! >= CONTESTED.met) met++;
    }
    return met >= Math.min(CONTESTED.tellingWords, telling);
  }

  /** "Promised that …" with a content that shares nothing with what the claim says was promised. */
  private saysSomethingElse(anchor: Hit, sentence: TokenRange, near: Float64Array): boolean {
    const { terms } = this.form;
    if (!terms[anchor.term]!.root || this.form.copular) return false;
    const { tokens } = this.reading.document;
    if (!opensContent(tokens, anchor.token + 1, sentence.tokenEnd)) return false;
    const wanted = terms
      .map((term, i) => ({ term, i }))
      .filter(({ term }) => term.after && term.kind === 'word');
    return wanted.length > 0 && wanted.every(({ i }) => near[i] === 0);
  }

  private mention(scored: Scored, sentence: Clause): Mention {
    const { anchor } = scored;
    const { document } = this.reading;
    const segment = segmentAt(this.reading, anchor);
    const statement = segment && statementAt(this.reading, segment.sentence, anchor);
    const over = denialOver(this.reading, this.knowledge, anchor, sentence);
    const term = this.form.terms.find((item) => item.root);
    let denies = segment?.polarity === 'deny' || over !== null;
    if (scored.own && isNegated(document.tokens, anchor, scored.clause.firstToken)) denies = !denies;
    if (scored.opposed) denies = !denies;
    if (term?.negated) denies = !denies;
    // "The allegation that … is untrue": whoever calls it untrue is the one who denies.
    const judged = over && !over.attributed ? segmentAt(this.reading, over.token) : segment;
    const nobodys = over?.attributed === false && judged?.holder === null;
    const attributed = over?.attributed === true || (judged?.voice === 'attributed' && !nobodys);
    return {
      start: scored.clause.start,
      end: scored.clause.end,
      quote: quoteOf(document, scored.clause),
      voice: attributed ? 'attributed' : 'author',
      holder: attributed ? (judged?.holder ?? over?.holder ?? null) : null,
      polarity: denies ? 'deny' : 'affirm',
      certainty: statement?.certainty ?? segment?.certainty ?? 'plain',
      score: scored.score
    };
  }

  /** The mention, where a denial term of the claim itself stands with it: the clause of that term, denying. */
  private deniedByTerm(best: Scored, sentence: Clause, clauses: readonly Clause[]): Mention | null {
    const token = this.denialTerm(sentence);
    if (token < 0) return null;
    const clause = clauses.find((item) => inside(item, token)) ?? best.clause;
    const mention = this.mention({ ...best, clause, anchor: token, own: false, opposed: false }, sentence);
    return { ...mention, polarity: 'deny' };
  }

  /** Token of a denial term of the claim itself, when one of every group stands in the sentence; else -1. */
  private denialTerm(sentence: TokenRange): number {
    const { denials } = this.form;
    let first = -1;
    for (const group of denials) {
      let found = -1;
      for (let i = sentence.firstToken; i < sentence.tokenEnd && found < 0; i++) {
        if (group.some((cue) => cueAt(this.field, cue, i) > 0)) found = i;
      }
      if (found < 0) return -1;
      if (first < 0) first = found;
    }
    return first;
  }
}

/** Finds where a text makes, reports, hedges or denies a claim. Linear in the sentences that share a word with it. */
export function findMentions(form: ClaimForm, reading: Reading, knowledge: Knowledge): Found {
  return new Search(form, reading, knowledge).run();
}
