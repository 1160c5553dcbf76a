import type { Contested, Mention, Stance } from '../audit-schema';

/** A labelled stretch of text that makes, reports, hedges or denies a claim; null where nothing is scored. */
export interface GoldMention {
  /** The document's id. */
  readonly doc: string;
  readonly quote: string;
  /** UTF-16 offset into the raw text. */
  readonly start: number;
  readonly voice: Mention['voice'] | null;
  readonly polarity: Mention['polarity'] | null;
  readonly certainty: Mention['certainty'] | null;
  readonly holder: string | null;
  /** Debatable: finding or missing it costs nothing. */
  readonly optional: boolean;
}

/** Gold of one claim: where texts mention it, how, and the stance of each document. */
export interface GoldClaim {
  readonly id: string;
  readonly statement: string;
  readonly cues?: string[][] | undefined;
  readonly denials?: string[][] | undefined;
  readonly mentions: readonly GoldMention[];
  /** Documents where both readings of a cell are accepted. */
  readonly either: readonly string[];
  readonly stance: Readonly<Record<string, Stance>>;
}

/** How the engine does on gold. Shares are 0 to 1; null where nothing could be scored. */
export interface GoldScore {
  readonly mentions: {
    readonly precision: number | null;
    readonly recall: number | null;
    readonly f1: number | null;
    readonly right: number;
    readonly wrong: number;
    readonly missed: number;
  };
  readonly accuracy: {
    readonly voice: number | null;
    readonly polarity: number | null;
    readonly certainty: number | null;
    readonly all: number | null;
  };
  readonly stance: {
    readonly macroF1: number | null;
    readonly accuracy: number | null;
    readonly cells: number;
  };
  /** One line for every mistake, for people to read. */
  readonly mistakes: readonly string[];
}

const share = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

function overlap(a: GoldMention, b: Mention): number {
  return Math.max(0, Math.min(a.start + a.quote.length, b.end) - Math.max(a.start, b.start));
}

/** One to one by largest overlap; equal overlaps go to the earlier pair. */
function pair(gold: readonly GoldMention[], found: readonly Mention[]): Map<number, number> {
  const pairs = gold.flatMap((g, i) =>
    found.map((f, j) => ({ i, j, size: overlap(g, f) })).filter(({ size }) => size > 0)
  );
  pairs.sort((a, b) => b.size - a.size || a.i - b.i || a.j - b.j);
  const matched = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (matched.has(i) || taken.has(j)) continue;
    matched.set(i, j);
    taken.add(j);
  }
  return matched;
}

function macroF1(cells: readonly { gold: Stance; said: Stance }[]): number | null {
  const labels = [...new Set(cells.map(({ gold }) => gold))];
  const scores = labels.map((label) => {
    const hit = cells.filter(({ gold, said }) => gold === label && said === label).length;
    const miss = cells.filter(({ gold, said }) => (gold === label) !== (said === label)).length;
    return hit > 0 ? (2 * hit) / (2 * hit + miss) : 0;
  });
  return share(
    scores.reduce((sum, score) => sum + score, 0),
    labels.length
  );
}

/**
 * Scores found mentions and stances against gold.
 *
 * Mentions are paired with gold one to one by largest overlap. One without a partner that touches no gold and
 * no optional mention is wrong; optional mentions cost nothing, found or missed. Voice, polarity and certainty
 * are scored on the pairs, stances per cell.
 */
export function scoreGold(gold: readonly GoldClaim[], found: readonly Contested[]): GoldScore {
  let right = 0;
  let wrong = 0;
  let missed = 0;
  const marks = { voice: [0, 0], polarity: [0, 0], certainty: [0, 0] };
  const cells: { gold: Stance; said: Stance }[] = [];
  const mistakes: string[] = [];
  for (const claim of gold) {
    const contested = found.find(({ id }) => id === claim.id);
    for (const [doc, stance] of Object.entries(claim.stance)) {
      const cell = contested?.cells.find(({ document }) => document === doc);
      const said = cell?.stance ?? 'silent';
      const accepted = claim.either.includes(doc);
      cells.push({ gold: accepted ? said : stance, said });
      if (!accepted && said !== stance) mistakes.push(`${claim.id} ${doc}: stance ${said}, gold ${stance}`);
      const here = claim.mentions.filter((mention) => mention.doc === doc);
      const mentions = cell?.mentions ?? [];
      const matched = pair(here, mentions);
      const partners = new Set(matched.values());
      here.forEach((mention, i) => {
        const partner = mentions[matched.get(i) ?? -1];
        if (!partner) {
          if (mention.optional) return;
          missed++;
          mistakes.push(`${claim.id} ${doc}: missed "${mention.quote}"`);
          return;
        }
        if (mention.optional) return;
        right++;
        for (const field of ['voice', 'polarity', 'certainty'] as const) {
          if (mention[field] === null) continue;
          marks[field][1]!++;
          if (partner[field] === mention[field]) marks[field][0]!++;
          else
            mistakes.push(
              `${claim.id} ${doc}: ${field} ${partner[field]}, gold ${mention[field]}: "${mention.quote}"`
            );
        }
      });
      mentions.forEach((mention, j) => {
        if (partners.has(j) || here.some((other) => overlap(other, mention) > 0)) return;
        wrong++;
        mistakes.push(`${claim.id} ${doc}: wrong "${mention.quote}" (${mention.score.toFixed(2)})`);
      });
    }
  }
  const all = Object.values(marks);
  return {
    mentions: {
      precision: share(right, right + wrong),
      recall: share(right, right + missed),
      f1: share(2 * right, 2 * right + wrong + missed),
      right,
      wrong,
      missed
    },
    accuracy: {
      voice: share(marks.voice[0]!, marks.voice[1]!),
      polarity: share(marks.polarity[0]!, marks.polarity[1]!),
      certainty: share(marks.certainty[0]!, marks.certainty[1]!),
      all: share(
        all.reduce((sum, [hit]) => sum + hit!, 0),
        all.reduce((sum, [, count]) => sum + count!, 0)
      )
    },
    stance: {
      macroF1: macroF1(cells),
      accuracy: share(cells.filter((cell) => cell.gold === cell.said).length, cells.length),
      cells: cells.length
    },
    mistakes
  };
}
