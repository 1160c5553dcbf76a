/** Full-text search over every document of the library: by stem, as PostgreSQL's `english` configuration reads it. */
import { sql } from 'drizzle-orm';
import { openLibrary } from '../db';
import { readableBundled } from './bundled';
import { storableLine } from './fields';

/** Letters of a query that are read. */
const LONGEST_QUERY = 500;
const MOST_FOUND = 100;
/** What of a text is searched; the same for files as for stored documents. */
const SEARCHED = 200_000;
/** Around what was found. Marks are characters that no stored text keeps. */
const HEADLINE =
  'StartSel=\u0002, StopSel=\u0003, MaxFragments=2, MinWords=8, MaxWords=24, FragmentDelimiter=" … "';

/** A piece of a passage; what the search found is marked. */
export interface FoundRun {
  readonly text: string;
  readonly hit: boolean;
}

export interface FoundDocument {
  readonly collection: string;
  readonly collectionTitle: string;
  readonly document: string;
  readonly title: string | null;
  readonly passage: readonly FoundRun[];
}

type Row = {
  collection: string;
  collection_title: string;
  document: string;
  title: string | null;
  headline: string;
};

function runsOf(headline: string): FoundRun[] {
  return headline
    .split('\u0002')
    .flatMap((part, index) => {
      if (index === 0) return [{ text: part, hit: false }];
      const [hit = '', rest = ''] = part.split('\u0003');
      return [
        { text: hit, hit: true },
        { text: rest, hit: false }
      ];
    })
    .filter(({ text }) => text !== '');
}

/**
 * Documents that hold the words of a query, the best first. `"quoted words"` must follow one another, `or` and a
 * minus sign mean what they mean in a search engine. Titles and authors are searched as well.
 */
export async function searchLibrary(query: string): Promise<FoundDocument[]> {
  // Hundreds of signs in a row mean nothing, and nest deeper than PostgreSQL follows.
  const asked = storableLine(query.trim().slice(0, LONGEST_QUERY)).replace(/-[-\s]*-/g, '-');
  if (asked === '') return [];
  const { db, rows } = await openLibrary();
  const files = readableBundled().flatMap(({ id, title, documents }) =>
    documents.map((document) => ({
      collection: id,
      collection_title: title,
      document: document.id,
      title: document.title,
      about: [document.title, document.author, document.publisher].filter(Boolean).join(' '),
      searchable: storableLine(document.text.slice(0, SEARCHED))
    }))
  );
  const found = await rows<Row>(
    db,
    sql`with asked as materialized (
        select websearch_to_tsquery('english', ${asked}) as query,
          (select string_agg('''' || replace(replace(lexeme, '''', ''''''), '\\', '\\\\') || '''', ' | ')
            from unnest(to_tsvector('english', ${asked})))::tsquery as any_word
      ),
      -- By the indexes: a text that answers the query by itself, or one with a word of the query about it.
      likely as (
        select v.collection, v.document
        from document_versions v, asked
        where v.search @@ asked.query
        union
        select d.collection, d.id
        from documents d, asked
        where d.about @@ asked.any_word
      ),
      texts as (
        select v.collection, c.title as collection_title, v.document, d.title, v.searchable,
          d.about || v.search as search
        from likely
        join documents d on d.collection = likely.collection and d.id = likely.document
        join document_versions v on v.collection = d.collection and v.document = d.id and v.n = d.version
        join collections c on c.id = d.collection
        where d.deleted_at is null and c.deleted_at is null
        union all
        select f.collection, f.collection_title, f.document, f.title, f.searchable,
          setweight(to_tsvector('english', f.about), 'A') || to_tsvector('english', f.searchable)
        from json_to_recordset(${JSON.stringify(files)}::json) as f(
          collection text, collection_title text, document text, title text, about text, searchable text)
      ),
      best as (
        select texts.*, ts_rank_cd(search, query) as rank, query
        from texts, asked
        where search @@ query
        order by rank desc, collection, document
        limit ${MOST_FOUND}
      )
      select collection, collection_title, document, title,
        ts_headline('english', searchable, query, ${HEADLINE}) as headline
      from best
      order by rank desc, collection, document`
  );
  return found.map((row) => ({
    collection: row.collection,
    collectionTitle: row.collection_title,
    document: row.document,
    title: row.title,
    passage: runsOf(row.headline)
  }));
}
