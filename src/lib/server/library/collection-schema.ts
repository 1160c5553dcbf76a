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

export const ContestedFileSchema = v.strictObject({
  claims: v.array(
    v.strictObject({
      id,
      statement: words,
      counterStatement: v.nullish(words, null),
      whyContested: words,
      positions: v.pipe(
        v.array(v.strictObject({ view: words, references: v.array(words) })),
        v.minLength(2, 'needs at least two positions: a claim nobody disputes is not contested')
      ),
      cues: v.pipe(cueGroups, v.minLength(1, 'is empty: name at least one group of cues')),
      denials: v.optional(cueGroups, [])
    })
  )
});
