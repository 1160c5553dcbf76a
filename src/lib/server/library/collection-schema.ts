/** The files of a collection as people write them; `corpus/README.md` explains every field. */
import * as v from 'valibot';

const words = v.pipe(
  v.string('must be text; put it in quotes'),
  v.trim(),
  v.nonEmpty('must not be empty: write it or remove the line')
);
/** Text, or null where the document itself shows nothing. */
const shownText = v.nullable(words);

function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

const day = v.nullable(
  v.pipe(
    v.string('must be a day such as 2019-10-17, or null where the text shows none'),
    v.regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2019-10-17'),
    v.check(isDay, 'is no day of the calendar')
  )
);

export const id = v.pipe(
  v.string('must be text; put it in quotes'),
  v.regex(
    /^[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be lower-case words joined by hyphens, such as "orange-revolution-2004"'
  )
);

export const FIELDS = ['title', 'publisher', 'author', 'published', 'retrieved'] as const;

export const CollectionFileSchema = v.strictObject({
  title: words,
  question: words,
  description: words,
  documents: v.pipe(
    v.array(
      v.strictObject({
        file: v.pipe(
          v.string('must be the name of a file in the documents folder'),
          v.regex(
            /^[^/\\\p{C}]+\.(txt|md)$/u,
            'must be the name of a .txt or .md file in the documents folder, without a path'
          )
        ),
        title: shownText,
        publisher: shownText,
        author: shownText,
        published: day,
        retrieved: day,
        shown: v.array(v.strictObject({ field: v.picklist(FIELDS), quote: words })),
        note: v.nullish(words, null)
      })
    ),
    v.minLength(1, 'is empty: name at least one document')
  )
});

const cueGroups = v.array(v.pipe(v.array(words), v.minLength(1, 'is an empty group: remove it')));

const year = v.pipe(
  v.number('must be a year such as 2004'),
  v.integer('must be a year such as 2004'),
  v.minValue(1, 'must be a year such as 2004'),
  v.maxValue(9999, 'must be a year such as 2004')
);

/** What an entry may say beside its statement, in a file and in the app alike. */
const more = {
  counterStatement: v.nullish(words, null),
  denials: v.optional(cueGroups, []),
  aliases: v.optional(cueGroups, []),
  years: v.nullish(
    v.pipe(
      v.tuple([year, year], 'must be two years such as [2004, 2005]'),
      v.check(([from, to]) => from <= to, 'must name the earlier year first')
    ),
    null
  ),
  credits: v.optional(v.array(words), [])
};

const position = v.strictObject({ view: words, references: v.array(words) });

export const ContestedFileSchema = v.strictObject({
  claims: v.array(
    v.strictObject({
      id,
      statement: words,
      whyContested: words,
      positions: v.pipe(
        v.array(position),
        v.minLength(2, 'needs at least two positions: a claim nobody disputes is not contested')
      ),
      cues: v.pipe(cueGroups, v.minLength(1, 'is empty: name at least one group of cues')),
      ...more
    })
  )
});

const MOST_LETTERS = 2_000;
const MOST_ITEMS = 50;

/** A claim as a reader writes it in the app: the statement is enough to look for it. */
export const EditedClaimSchema = v.pipe(
  v.strictObject({
    id: v.pipe(id, v.maxLength(100, 'must have at most 100 letters')),
    statement: v.pipe(words, v.maxLength(500, 'must be one sentence of at most 500 letters')),
    whyContested: v.optional(
      v.pipe(v.string(), v.trim(), v.maxLength(MOST_LETTERS, `must have at most ${MOST_LETTERS} letters`)),
      ''
    ),
    positions: v.optional(
      v.pipe(v.array(position), v.maxLength(MOST_ITEMS, `may be at most ${MOST_ITEMS}`)),
      []
    ),
    cues: v.optional(v.pipe(cueGroups, v.maxLength(MOST_ITEMS, `may be at most ${MOST_ITEMS} groups`)), []),
    ...more
  }),
  v.check((claim) => JSON.stringify(claim).length <= 20_000, 'is too long: shorten its positions or cues')
);
