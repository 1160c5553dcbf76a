/** The audit of a collection that may grow: documents come one by one, and little is kept of each. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Audit, Contested, DocumentAudit, RequestClaim } from './audit-schema';
import { ClaimComparison, type ComparedClaims, type ComparedDocument } from './claims/compare-claims';
import { ActorTallies } from './compare/actors';
import { ChainFinder } from './compare/chains';
import { compareVocabulary } from './compare/compare-vocabulary';
import { VocabularyReader } from './compare/content-words';
import { compareMetrics, type ComparedMeasures } from './compare/divergence';
import { DuplicateFinder } from './compare/duplicates';
import { overlapCurve } from './compare/overlap-curve';
import { SpeakerTallies } from './compare/speakers';
import type { WordSource } from './compare/word-divergence';
import { StreamReader } from './compare/word-stream';
import { discoverContested, type ToldStatement } from './contested/discover';
import { readContested } from './contested/read-contested';
import { TellingStatements } from './contested/tells-something';
import { documentAudit, type Hash } from './document-audit';
import { measureDocument } from './metrics/runner';
import { readText } from './read';
import { roundNumbers } from './round-numbers';
import { fingerprint } from './statistics/random-stream';

/** Up to so many documents their readings are kept, so that a change to the registry is answered at once. */
const MOST_READINGS = 50;
/** Rows of claims kept before they start afresh; an edited claim leaves its old row behind. */
const MOST_ROWS = 1_000;

/** A document as it is handed in. */
export interface SubmittedDocument {
  readonly id: string;
  readonly text: string;
}

/** All of an audit that is about documents together. */
export type ComparedAudit = Pick<Audit, 'comparison' | 'contested' | 'proposals'>;

/**
 * Reads and measures documents one by one and lays side by side all that came so far, as often as that is asked for.
 * The result is the same however the documents were handed in: at once, or one after the other over time. Of each
 * document only what comparisons need is kept, not its reading; one more document costs its own reading, its own
 * candidates, and for the rest a small share of what all of them cost together.
 */
export class CollectionAudit {
  readonly #documents: SubmittedDocument[] = [];
  readonly #numbers = new Map<string, number>();
  /** Readings of all documents; null once they are too many to keep. */
  #readings: ComparedDocument[] | null = [];
  readonly #statements: (readonly ToldStatement[])[] = [];
  readonly #measures: ComparedMeasures[] = [];
  readonly #sources: WordSource[] = [];
  readonly #streams = new StreamReader();
  readonly #vocabulary = new VocabularyReader();
  readonly #duplicates = new DuplicateFinder();
  readonly #claims: ClaimComparison;
  readonly #chains: ChainFinder;
  readonly #actors: ActorTallies;
  readonly #speakers: SpeakerTallies;
  /** Rows of the matrix by the claim they were read for, as far as documents were read for it. */
  readonly #rows = new Map<string, Contested>();
  /** What does not rest on the registry, until another document comes. */
  #compared: { readonly comparison: Audit['comparison']; readonly shared: ComparedClaims['claims'] } | null =
    null;

  /** @param expected how many documents will come, where that is known: it saves work, and changes no number */
  constructor(
    private readonly knowledge: Knowledge,
    private readonly hash: Hash,
    private readonly seed: number,
    expected = 0
  ) {
    this.#claims = new ClaimComparison(knowledge, expected);
    this.#chains = new ChainFinder(knowledge);
    this.#actors = new ActorTallies(knowledge);
    this.#speakers = new SpeakerTallies(knowledge);
  }

  /** The documents taken in so far, in their order. */
  get documents(): readonly SubmittedDocument[] {
    return this.#documents;
  }

  /**
   * Reads and measures one more document.
   *
   * @param claims whose rows are wanted: reading them now saves reading the document again
   * @returns what the audit says of it alone
   */
  add({ id, text }: SubmittedDocument, claims: readonly RequestClaim[] = []): DocumentAudit {
    const { knowledge } = this;
    const reading = readText(text, knowledge);
    const compared = { id, reading };
    const measured = measureDocument(reading, knowledge);
    const stream = this.#streams.read(reading.document);
    this.#claims.add(compared);
    this.#chains.add(reading, stream);
    this.#duplicates.add(stream);
    this.#vocabulary.add(reading.document, reading.segments);
    this.#actors.add(reading);
    this.#speakers.add(reading);
    this.#measures.push({ id, estimators: measured.estimators });
    this.#sources.push({ id, mark: fingerprint(text) });
    const telling = new TellingStatements(reading.document, knowledge);
    this.#statements.push(
      reading.statements.map((statement) => {
        const { start, end, voice, certainty, polarity } = statement;
        return { start, end, voice, certainty, polarity, tells: telling.tells(statement) };
      })
    );
    // A row that lacks earlier documents is read from the first of them when it is asked for.
    for (const claim of claims)
      if (this.#readFor(claim) === this.#documents.length) this.#readRow(claim, [compared]);
    this.#numbers.set(id, this.#documents.push({ id, text }) - 1);
    this.#readings?.push(compared);
    if (this.#documents.length > MOST_READINGS) this.#readings = null;
    this.#compared = null;
    return roundNumbers(documentAudit(compared, measured, knowledge, this.hash));
  }

  /** Lays the documents side by side, as an audit of all that came so far does. */
  compare(claims: readonly RequestClaim[]): ComparedAudit {
    this.#compared ??= this.#compareTexts();
    const { comparison, shared } = this.#compared;
    if (this.#rows.size > MOST_ROWS) this.#rows.clear();
    // What is handed out does not grow with the next document.
    const contested = claims.map((claim) => copyOf(this.#rowOf(claim)));
    return {
      comparison,
      contested,
      proposals: roundNumbers(discoverContested(shared, contested, (id) => this.#statementOf(id)))
    };
  }

  #compareTexts(): { comparison: Audit['comparison']; shared: ComparedClaims['claims'] } {
    const ids = this.#documents.map(({ id }) => id);
    const { claims, overlap, links, threshold } = this.#claims.list();
    const comparison = roundNumbers<Audit['comparison']>({
      claims,
      overlap,
      divergence: compareMetrics(this.#measures),
      overlapCurve: overlapCurve(claims, overlap, ids, links, threshold),
      ...compareVocabulary(this.#sources, this.#vocabulary, this.#measures, this.seed),
      chains: this.#chains.list(ids, claims),
      duplicates: this.#duplicates.list(ids),
      actors: this.#actors.list(ids),
      speakers: this.#speakers.list(ids)
    });
    return { comparison, shared: comparison.claims };
  }

  #statementOf(id: string): ToldStatement | undefined {
    const colon = id.lastIndexOf(':');
    const document = this.#numbers.get(id.slice(0, colon));
    return document === undefined ? undefined : this.#statements[document]![Number(id.slice(colon + 1))];
  }

  /** How many documents were read for a claim, from the first on. */
  #readFor(claim: RequestClaim): number {
    return this.#rows.get(JSON.stringify(claim))?.cells.length ?? 0;
  }

  /** The row of a claim over all documents; those that were not read for it yet are read again. */
  #rowOf(claim: RequestClaim): Contested {
    for (const document of this.#documents.slice(this.#readFor(claim))) {
      const { id, text } = document;
      const number = this.#numbers.get(id)!;
      this.#readRow(claim, [this.#readings?.[number] ?? { id, reading: readText(text, this.knowledge) }]);
    }
    return this.#rows.get(JSON.stringify(claim)) ?? this.#readRow(claim, []);
  }

  /** Reads the next cells of a row; a cell depends on its claim and its document alone. */
  #readRow(claim: RequestClaim, documents: readonly ComparedDocument[]): Contested {
    const key = JSON.stringify(claim);
    const row = this.#rows.get(key);
    const next = roundNumbers(readContested([claim], documents, this.knowledge)[0]!);
    if (!row) {
      this.#rows.set(key, next);
      return next;
    }
    row.cells.push(...next.cells);
    row.credit?.cells.push(...(next.credit?.cells ?? []));
    return row;
  }
}

function copyOf({ id, statement, cells, credit }: Contested): Contested {
  return { id, statement, cells: [...cells], credit: credit && { ...credit, cells: [...credit.cells] } };
}
