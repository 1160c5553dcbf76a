import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openCollection } from '$lib/server/library';

const collection = await openCollection('russia-nato');

/** The only works the bundled collection may cite: each was checked to exist. */
const WORKS = [
  'Mark Kramer, "The Myth of a No-NATO-Enlargement Pledge to Russia", The Washington Quarterly 32:2 (2009), 39-61',
  'Joshua R. Itzkowitz Shifrinson, "Deal or No Deal? The End of the Cold War and the U.S. Offer to Limit NATO Expansion", International Security 40:4 (2016), 7-44',
  'Svetlana Savranskaya & Tom Blanton (eds.), "NATO Expansion: What Gorbachev Heard", National Security Archive Briefing Book 613 (12 December 2017)',
  'M. E. Sarotte, Not One Inch: America, Russia, and the Making of Post-Cold War Stalemate, Yale University Press (2021)',
  "Andrew Wilson, Ukraine's Orange Revolution, Yale University Press (2005)",
  'Michael McFaul, "Ukraine Imports Democracy: External Influences on the Orange Revolution", International Security 32:2 (2007), 45-83',
  'Ian Traynor, "US campaign behind the turmoil in Kiev", The Guardian (26 November 2004)',
  'Timothy Garton Ash & Timothy Snyder, "The Orange Revolution", The New York Review of Books (28 April 2005)',
  'OSCE/ODIHR, Ukraine Presidential Election 31 October, 21 November and 26 December 2004: Election Observation Mission Final Report (11 May 2005)',
  'The North Atlantic Treaty, Washington (4 April 1949), Article 5',
  'Founding Act on Mutual Relations, Cooperation and Security between NATO and the Russian Federation, Paris (27 May 1997)',
  'Bucharest Summit Declaration, NATO (3 April 2008), paragraph 23',
  'Independent International Commission on Kosovo, The Kosovo Report, Oxford University Press (2000)',
  'UN General Assembly Resolution 68/262, Territorial integrity of Ukraine (27 March 2014)',
  'OPCW Technical Secretariat, summary report S/1612/2018 (12 April 2018)',
  'Treaty between the USA and the USSR on the Elimination of Their Intermediate-Range and Shorter-Range Missiles, Washington (8 December 1987)'
];

/** SHA-256 of the texts as they were found. */
const FOUND = {
  '000_7d14e0dea93e5764.txt': '66cb36e46845b06a6fd7568eff638689d03d28d5e3452211b4d98244720fe052',
  '001_d8c9874709a02e27.txt': 'ae57c3c20dce8739e22d2494abee8db57de9318a362f1b64b672bcf3d243994c',
  '002_e9f3e53a6a316330.txt': 'de82f4b50e9abb5390b7cda8283255a901bdd9c5e0105684f605b5fd37e5bffa',
  '003_f3d9bcbdb68915b2.txt': '625f3d7112fcd8ea0b853350b2c33bbac2ba49aeba61cc2130a6d964598d019c',
  '004_a030eb584eb5d23c.txt': '124f25e1ceed51d6330b40ff2ee2c89e9a282ebf0fad984d355debcd97404339'
};

describe('the documents', () => {
  test('are byte for byte what was found', () => {
    const hashes = collection.documents.map(({ file }) => [
      file,
      createHash('sha256')
        .update(readFileSync(`corpus/russia-nato/documents/${file}`))
        .digest('hex')
    ]);
    expect(Object.fromEntries(hashes)).toEqual(FOUND);
  });

  test('say only what a quote from the text shows', () => {
    for (const { text, shown, ...fields } of collection.documents) {
      for (const { quote } of shown) expect(text).toContain(quote);
      const stated = (['title', 'publisher', 'author', 'published', 'retrieved'] as const).filter(
        (field) => fields[field] !== null
      );
      expect(shown.map(({ field }) => field).sort()).toEqual([...stated].sort());
      for (const field of ['title', 'publisher', 'author'] as const) {
        const value = fields[field];
        const quote = shown.find((one) => one.field === field)?.quote;
        if (value !== null) expect(quote).toContain(value);
      }
    }
  });

  test('leave open what no text shows', () => {
    const of = (start: string) => collection.documents.find(({ id }) => id.startsWith(start));
    const nothing = { title: null, publisher: null, author: null, published: null, retrieved: null };
    expect(of('000')).toMatchObject(nothing);
    expect(of('001')).toMatchObject(nothing);
    expect(of('002')).toMatchObject({ author: 'Mehedi Hasan Shawon', published: null });
    expect(of('003')).toMatchObject({ author: 'Jhon Lennon', publisher: null, published: null });
    expect(of('004')).toMatchObject({ author: 'Duc Minh', published: '2019-10-17', retrieved: '2025-04-24' });
  });
});

describe('the contested claims', () => {
  test('cite only works that were checked to exist', () => {
    const cited = collection.contested.flatMap(({ positions }) =>
      positions.flatMap(({ references }) => references)
    );
    expect(cited.filter((reference) => !WORKS.includes(reference))).toEqual([]);
    expect(cited.length).toBeGreaterThan(10);
  });

  test('explain in two sentences why, and give no verdict', () => {
    for (const { id, whyContested, positions } of collection.contested) {
      const sentences = whyContested.split(/[.!?](?:\s|$)/).filter((part) => part.trim() !== '');
      expect(sentences, id).toHaveLength(2);
      expect(positions.length, id).toBeGreaterThanOrEqual(2);
      const said = [whyContested, ...positions.map(({ view }) => view)].join(' ');
      expect(said, id).not.toMatch(/\b(true|false|correct|wrong|lie|lies|propaganda|in fact|actually)\b/i);
    }
  });

  test('hold the claims the texts differ on most', () => {
    expect(collection.contested.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'orange-revolution-2004',
        'no-eastward-promise-1990',
        'nato-is-defensive',
        'encirclement',
        'enlargement-by-applicants-choice'
      ])
    );
  });
});
