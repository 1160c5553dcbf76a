/** A collection as its YAML files describe it; `corpus/README.md` explains every field. */

/** A metadata field and the words of the text that show it. */
export interface ShownField {
  readonly field: 'title' | 'publisher' | 'author' | 'published' | 'retrieved';
  readonly quote: string;
}

export interface CollectionDocument {
  readonly id: string;
  readonly file: string;
  /** What the text itself shows; null where it shows nothing, never guessed. */
  readonly title: string | null;
  readonly publisher: string | null;
  readonly author: string | null;
  /** ISO 8601 date. */
  readonly published: string | null;
  /** ISO 8601 date of a print or copy shown in the text. */
  readonly retrieved: string | null;
  readonly shown: readonly ShownField[];
  readonly note: string | null;
  readonly text: string;
}

/** A view held on a contested claim, with the works that stand for it; none is a verdict. */
export interface Position {
  readonly view: string;
  readonly references: readonly string[];
}

export interface ContestedClaim {
  readonly id: string;
  readonly statement: string;
  readonly counterStatement: string | null;
  readonly whyContested: string;
  readonly positions: readonly Position[];
  readonly cues: readonly (readonly string[])[];
  readonly denials: readonly (readonly string[])[];
  /** In each group, a term of the statement and what else it is called. */
  readonly aliases: readonly (readonly string[])[];
  /** First and last year of what the claim speaks of. */
  readonly years: readonly [number, number] | null;
  /** Who the claim has do the deed; empty: whom its statement names. */
  readonly credits: readonly string[];
}

export interface Collection {
  readonly id: string;
  readonly title: string;
  /** What the documents have in common, as a question. */
  readonly question: string;
  readonly description: string;
  readonly documents: readonly CollectionDocument[];
  readonly contested: readonly ContestedClaim[];
}
