import type { Audit, DocumentAudit, Measured, Voice } from '$lib/analysis/audit-schema';
import type { MetricInfo } from '$lib/view/slices';
import type { SourceInput } from '$lib/view/sources';

/** Three invented documents about a bridge, small enough to check by eye. */
export const texts: readonly SourceInput[] = [
  {
    id: 'bulletin',
    title: 'The bridge will open in May',
    publisher: 'Harbour Bulletin',
    author: null,
    published: '2021-03-02',
    text: 'The bridge will open in May. It cost 30 million. The ruthless contractor failed the town, critics say.'
  },
  {
    id: 'gazette',
    title: null,
    text: 'Opponents call the bridge a disgrace and a waste. It cost 45 million. The mayor perhaps knew of the delay.'
  },
  { id: 'note', title: 'A note', text: 'No bridge was opened in May.' }
];

function spanOf(document: string, quote: string) {
  const start = texts.find((item) => item.id === document)!.text.indexOf(quote);
  if (start < 0) throw new Error(`The fixture quotes what is not there: ${quote}`);
  return { start, end: start + quote.length, quote };
}

function evidence(document: string, quote: string, voice: Voice, holder: string | null = null) {
  return { ...spanOf(document, quote), rule: `loaded/${quote}`, note: 'A charged word.', voice, holder };
}

function measured(value: number, interval: [number, number], rest: Partial<Measured> = {}): Measured {
  return {
    status: value === 0 ? 'none-found' : 'ok',
    value,
    interval,
    base: 20,
    unit: 'per 1,000 words',
    author: { value, interval, base: 14 },
    attributed: { value: null, interval: null, base: 6 },
    evidence: [],
    ...rest
  };
}

function statement(
  document: string,
  index: number,
  quote: string,
  rest: Partial<DocumentAudit['statements'][0]> = {}
) {
  return {
    id: `${document}:${index}`,
    ...spanOf(document, quote),
    voice: 'author' as const,
    holder: null,
    certainty: 'plain' as const,
    polarity: 'affirm' as const,
    checkable: 0.8,
    ...rest
  };
}

function document(id: string, rest: Partial<DocumentAudit>): DocumentAudit {
  const { text } = texts.find((item) => item.id === id)!;
  return {
    id,
    textSha256: '0'.repeat(64),
    words: text.split(' ').length,
    sentences: text.split('.').length - 1,
    headings: [],
    excluded: [],
    notices: [],
    metrics: {},
    segments: [],
    statements: [],
    ...rest
  };
}

export const metrics: readonly MetricInfo[] = [
  {
    id: 'loaded-language',
    label: 'Charged words',
    unit: 'per 1,000 words',
    version: 1,
    series: ['value'],
    question: 'How often does it use charged words?',
    method: 'Counts entries of a word list.',
    limits: 'A list knows no irony.',
    source: 'Own list.',
    minimumWords: 10
  },
  {
    id: 'hedging',
    label: 'Hedges',
    unit: 'per 1,000 words',
    version: 1,
    series: ['value'],
    question: 'How often does it hedge?',
    method: 'Counts entries of a word list.',
    limits: 'A list knows no irony.',
    source: 'Own list.',
    minimumWords: 10
  }
];

export const fixture: Audit = {
  schema: 'parallax.audit/1',
  engine: { version: '0.0.0', knowledge: 'sha256:0', seed: 1 },
  documents: [
    document('bulletin', {
      metrics: {
        'loaded-language': measured(55.6, [20, 130], {
          attributed: { value: 142, interval: [20, 400], base: 7 },
          evidence: [evidence('bulletin', 'ruthless', 'attributed', 'critics')]
        }),
        hedging: measured(0, [0, 120])
      },
      statements: [
        statement('bulletin', 0, 'The bridge will open in May'),
        statement('bulletin', 1, 'It cost 30 million'),
        statement('bulletin', 2, 'The ruthless contractor failed the town', {
          voice: 'attributed',
          holder: 'critics'
        })
      ]
    }),
    document('gazette', {
      metrics: {
        'loaded-language': measured(200, [140, 280], {
          evidence: [
            evidence('gazette', 'disgrace', 'attributed', 'Opponents'),
            evidence('gazette', 'waste', 'attributed', 'Opponents')
          ]
        }),
        hedging: measured(47.6, [2, 140], { evidence: [evidence('gazette', 'perhaps', 'author')] })
      },
      statements: [statement('gazette', 0, 'It cost 45 million')],
      notices: [{ code: 'short', message: 'A short text.' }]
    }),
    document('note', {
      metrics: {
        'loaded-language': { status: 'too-short', reason: 'The text has 6 words; this needs 10.' },
        hedging: { status: 'failed', reason: 'The reader stopped.' }
      },
      statements: [statement('note', 0, 'No bridge was opened in May', { polarity: 'deny' })]
    })
  ],
  comparison: {
    claims: [
      {
        id: 'c1',
        label: 'It cost 30 million',
        mentions: [
          { document: 'bulletin', statement: 'bulletin:1', score: 1 },
          { document: 'gazette', statement: 'gazette:0', score: 0.8 }
        ],
        omittedBy: ['note'],
        conflicts: [
          {
            kind: 'number',
            verdict: 'clash',
            rule: 'amount/same-noun',
            values: [
              { document: 'bulletin', value: '30 million', ...spanOf('bulletin', '30 million') },
              { document: 'gazette', value: '45 million', ...spanOf('gazette', '45 million') }
            ]
          }
        ]
      },
      {
        id: 'c2',
        label: 'The ruthless contractor failed the town',
        mentions: [{ document: 'bulletin', statement: 'bulletin:2', score: 1 }],
        omittedBy: ['gazette', 'note'],
        conflicts: []
      }
    ],
    overlap: [
      { a: 'bulletin', b: 'gazette', jaccard: 0.25, interval: [0.05, 0.6], aInB: 0.33, bInA: 1, shared: 1 },
      { a: 'bulletin', b: 'note', jaccard: 0, interval: [0, 0.4], aInB: 0, bInA: 0, shared: 0 },
      { a: 'gazette', b: 'note', jaccard: 0, interval: null, aInB: 0, bInA: 0, shared: 0 }
    ],
    divergence: [
      { metric: 'loaded-language', spread: 1.9, interval: [1.1, 2.6], high: ['gazette'], low: ['bulletin'] },
      { metric: 'hedging', spread: 0.4, interval: [-0.2, 0.9], high: ['gazette', 'bulletin'], low: [] }
    ],
    overlapCurve: null,
    wordDivergence: [],
    separation: [],
    chains: [],
    duplicates: [],
    keyness: [
      {
        term: 'contractor',
        document: 'bulletin',
        logOdds: 2.1,
        z: 3.4,
        count: 1,
        elsewhere: 0,
        significant: true,
        interval: [0.9, 3.3]
      },
      {
        term: 'bridge',
        document: 'bulletin',
        logOdds: 0.1,
        z: 0.2,
        count: 1,
        elsewhere: 2,
        significant: false
      }
    ],
    wordUses: [
      {
        document: 'bulletin',
        term: 'contractor',
        places: [{ start: 62, end: 72, voice: 'attributed' }]
      }
    ],
    actors: [
      {
        id: 'mayor',
        name: 'the mayor',
        aliases: [],
        kind: 'person',
        documents: [
          {
            document: 'gazette',
            mentions: 1,
            sentiment: { author: -0.2, attributed: null },
            sentimentBase: { author: 1, attributed: 0 },
            agent: 1,
            patient: 0,
            places: [{ start: 70, end: 79, voice: 'author', role: 'agent', tone: -0.2 }]
          }
        ]
      }
    ]
  },
  contested: [
    {
      id: 'opened',
      statement: 'The bridge opened in May.',
      credit: null,
      cells: [
        {
          document: 'bulletin',
          stance: 'asserts',
          mixed: false,
          mentions: [
            {
              ...spanOf('bulletin', 'The bridge will open in May'),
              voice: 'author',
              holder: null,
              polarity: 'affirm',
              certainty: 'plain',
              score: 0.9
            }
          ],
          nearest: null
        },
        {
          document: 'gazette',
          stance: 'silent',
          mixed: false,
          mentions: [],
          nearest: { ...spanOf('gazette', 'It cost 45 million.'), score: 0.2 }
        },
        {
          document: 'note',
          stance: 'disputes',
          mixed: false,
          mentions: [
            {
              ...spanOf('note', 'No bridge was opened in May'),
              voice: 'author',
              holder: null,
              polarity: 'deny',
              certainty: 'plain',
              score: 0.9
            }
          ],
          nearest: null
        }
      ]
    },
    {
      id: 'delay',
      statement: 'The mayor knew of the delay.',
      credit: null,
      cells: ['bulletin', 'gazette', 'note'].map((id) => ({
        document: id,
        stance: 'silent' as const,
        mixed: false,
        mentions: [],
        nearest: null
      }))
    }
  ],
  proposals: []
};
