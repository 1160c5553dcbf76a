import type { Audit, StatementAudit } from '$lib/analysis/audit-schema';
import type { SourceInput } from '$lib/view/sources';
import { fixture } from './fixture-audit';

/** Three invented documents about a bridge, with claims that one, two or all of them make. */
export const claimTexts: readonly SourceInput[] = [
  {
    id: 'bulletin',
    title: 'The bridge',
    text: 'Critics say the builder failed the town. It cost 30 million, the council said.'
  },
  {
    id: 'gazette',
    title: 'The cost',
    text: 'In the end it cost forty-five million. The mayor’s office perhaps knew. Nobody was hurt.'
  },
  {
    id: 'note',
    title: 'A note',
    text: 'It did cost 30 million. Residents say the mayor’s office knew. The Café at the pier closed in 2019.'
  }
];

function place(document: string, quote: string) {
  const start = claimTexts.find(({ id }) => id === document)!.text.indexOf(quote);
  if (start < 0) throw new Error(`The fixture quotes what is not there: ${quote}`);
  return { start, end: start + quote.length, quote };
}

function said(document: string, number: number, quote: string, rest: Partial<StatementAudit> = {}) {
  return {
    id: `${document}:${number}`,
    ...place(document, quote),
    voice: 'author' as const,
    holder: null,
    certainty: 'plain' as const,
    polarity: 'affirm' as const,
    checkable: 0.5,
    ...rest
  };
}

const STATEMENTS: Readonly<Record<string, readonly StatementAudit[]>> = {
  bulletin: [
    said('bulletin', 0, 'the builder failed the town', { voice: 'attributed', holder: 'Critics' }),
    said('bulletin', 1, 'It cost 30 million')
  ],
  gazette: [
    said('gazette', 0, 'In the end it cost forty-five million'),
    said('gazette', 1, 'The mayor’s office perhaps knew', { certainty: 'hedged' }),
    said('gazette', 2, 'Nobody was hurt')
  ],
  note: [
    said('note', 0, 'It did cost 30 million'),
    said('note', 1, 'the mayor’s office knew', { voice: 'attributed', holder: 'Residents' }),
    said('note', 2, 'The Café at the pier closed in 2019', { checkable: 0.9 })
  ]
};

export const claimsAudit: Audit = {
  ...fixture,
  documents: fixture.documents.map((document) => ({
    ...document,
    statements: [...(STATEMENTS[document.id] ?? [])]
  })),
  comparison: {
    ...fixture.comparison,
    claims: [
      {
        id: 'c1',
        label: 'It cost 30 million',
        mentions: [
          {
            document: 'note',
            statement: 'note:0',
            score: 0.9,
            grade: 'same-claim',
            because: ['figures in both: 30']
          },
          { document: 'bulletin', statement: 'bulletin:1', score: 1 },
          { document: 'gazette', statement: 'gazette:0', score: 0.7 }
        ],
        omittedBy: [],
        conflicts: [
          {
            kind: 'number',
            verdict: 'clash',
            rule: 'claims/other-count',
            values: [
              { document: 'bulletin', value: '30', ...place('bulletin', '30 million') },
              { document: 'gazette', value: '45', ...place('gazette', 'forty-five million') }
            ]
          }
        ]
      },
      {
        id: 'c2',
        label: 'the builder failed the town',
        mentions: [{ document: 'bulletin', statement: 'bulletin:0', score: 1 }],
        omittedBy: ['gazette', 'note'],
        nearest: [
          {
            document: 'gazette',
            statement: 'gazette:2',
            score: 0.3,
            grade: 'same-topic',
            because: ['words in both: town']
          }
        ],
        conflicts: []
      },
      {
        id: 'c3',
        label: 'The mayor’s office perhaps knew',
        mentions: [
          { document: 'gazette', statement: 'gazette:1', score: 1 },
          { document: 'note', statement: 'note:1', score: 0.8 }
        ],
        omittedBy: ['bulletin'],
        conflicts: []
      },
      {
        id: 'c4',
        label: 'The Café at the pier closed in 2019',
        mentions: [{ document: 'note', statement: 'note:2', score: 1 }],
        omittedBy: ['bulletin', 'gazette'],
        conflicts: []
      }
    ],
    chains: [
      {
        id: 'q1',
        kind: 'quotation',
        label: 'the mayor’s office knew',
        documents: 2,
        mentions: [
          {
            document: 'note',
            ...place('note', 'the mayor’s office knew'),
            holder: 'Residents',
            quoted: true
          },
          {
            document: 'gazette',
            ...place('gazette', 'The mayor’s office perhaps knew'),
            holder: null,
            quoted: false
          }
        ]
      }
    ],
    duplicates: []
  }
};
