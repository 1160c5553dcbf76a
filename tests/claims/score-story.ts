import { compareClaims } from '$lib/analysis/claims/compare-claims';
import { readText } from '$lib/analysis/read';
import { knowledge } from '$lib/lexicons/generated';

interface Quoted {
  readonly document: string;
  readonly quote: string;
}

/** A story told several times, with every claim that is shared and every clash. */
export interface Story {
  readonly title: string;
  readonly documents: readonly { readonly id: string; readonly text: string }[];
  readonly claims: readonly { readonly says: string; readonly mentions: readonly Quoted[] }[];
  readonly conflicts: readonly {
    readonly kind: string;
    readonly verdict: string;
    readonly why: string;
    readonly between: readonly Quoted[];
  }[];
}

/** Right ones of those found, and found ones of those that are there. */
export interface Counts {
  found: number;
  right: number;
  wanted: number;
  met: number;
}

export interface StoryScore {
  readonly pairs: Counts;
  readonly conflicts: Counts;
  /** What was found wrongly or missed, for whoever reads the errors. */
  readonly errors: readonly string[];
}

interface Place {
  readonly document: string;
  readonly start: number;
  readonly end: number;
}

/** Two stretches are one when they share half of the shorter one. */
function same(a: Place, b: Place): boolean {
  const both = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return a.document === b.document && both >= 0.5 * Math.min(a.end - a.start, b.end - b.start);
}

function pairsOf<T extends { readonly document: string }>(items: readonly T[]): (readonly [T, T])[] {
  return items.flatMap((a, i) =>
    items
      .slice(i + 1)
      .filter(({ document }) => document !== a.document)
      .map((b) => [a, b] as const)
  );
}

const samePair = ([a, b]: readonly [Place, Place], [x, y]: readonly [Place, Place]): boolean =>
  (same(a, x) && same(b, y)) || (same(a, y) && same(b, x));

/** Share of the found that is right, and of the wanted that is met. */
export const precision = ({ right, found }: Counts): number => (found === 0 ? 1 : right / found);
export const recall = ({ met, wanted }: Counts): number => (wanted === 0 ? 1 : met / wanted);
export function f1(counts: Counts): number {
  const [p, r] = [precision(counts), recall(counts)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

/** Scores the claims and conflicts that the engine finds in a story. */
export function scoreStory(story: Story): StoryScore {
  const readings = new Map(story.documents.map(({ id, text }) => [id, readText(text, knowledge)]));
  const documents = [...readings].map(([id, reading]) => ({ id, reading }));
  const textOf = (place: Place): string =>
    readings.get(place.document)!.document.text.slice(place.start, place.end);
  const placeOf = ({ document, quote }: Quoted): Place => {
    const start = readings.get(document)!.document.text.indexOf(quote);
    return { document, start, end: start + quote.length };
  };
  const { claims } = compareClaims(documents, knowledge, 1);
  const errors: string[] = [];

  const found = claims.flatMap(({ mentions }) =>
    pairsOf(
      mentions.map(({ document, statement }): Place => {
        const { start, end } = readings.get(document)!.statements[Number(statement.split(':')[1])]!;
        return { document, start, end };
      })
    )
  );
  const wanted = story.claims.flatMap(({ mentions }) => pairsOf(mentions.map(placeOf)));
  const wrong = found.filter((pair) => !wanted.some((other) => samePair(pair, other)));
  const missed = wanted.filter((pair) => !found.some((other) => samePair(pair, other)));
  for (const [name, list] of [
    ['joined wrongly', wrong],
    ['not joined', missed]
  ] as const) {
    for (const [a, b] of list) errors.push(`${name}: ${textOf(a)} | ${textOf(b)}`);
  }

  const listed = claims.flatMap(({ conflicts }) => conflicts);
  const clashes = story.conflicts.map(({ between, ...rest }) => ({ ...rest, places: between.map(placeOf) }));
  const isListed = (clash: (typeof clashes)[number], conflict: (typeof listed)[number]): boolean =>
    clash.kind === conflict.kind &&
    clash.verdict === conflict.verdict &&
    conflict.values.every((value) => clash.places.some((place) => same(place, value)));
  const wrongly = listed.filter((conflict) => !clashes.some((clash) => isListed(clash, conflict)));
  const unseen = clashes.filter((clash) => !listed.some((conflict) => isListed(clash, conflict)));
  for (const { kind, verdict, values } of wrongly) {
    errors.push(`no conflict: ${kind} ${verdict} ${values.map(({ quote }) => quote).join(' | ')}`);
  }
  for (const { kind, verdict, why } of unseen) errors.push(`conflict missed: ${kind} ${verdict} ${why}`);
  return {
    pairs: {
      found: found.length,
      right: found.length - wrong.length,
      wanted: wanted.length,
      met: wanted.length - missed.length
    },
    conflicts: {
      found: listed.length,
      right: listed.length - wrongly.length,
      wanted: clashes.length,
      met: clashes.length - unseen.length
    },
    errors
  };
}
