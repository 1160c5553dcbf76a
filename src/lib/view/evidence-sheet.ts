/** From a mark to the words behind it: what the evidence panel shows for each kind of target. */
import { claimLabel } from './claims';
import type { EvidenceSheet, EvidenceTarget, GroupedPassages } from './evidence';
import { actorSheet } from './evidence-actor';
import { group, inTurns, nothing, type EvidenceContext } from './evidence-groups';
import { metricSheet } from './evidence-metric';
import { termSheet, vocabularySheet } from './evidence-words';
import { speakerSheet, toneSheet } from './evidence-voices';
import { formatShare, joinWords, plural } from './format';
import type { ClaimMention, OverviewSlice } from './slices';
import { decisiveFirst, stanceWords } from './stances';
import { sourceIndex } from './sources';

export type { EvidenceContext } from './evidence-groups';

function mentionsByDocument(
  mentions: readonly ClaimMention[],
  documents: readonly string[],
  context: EvidenceContext
): Promise<GroupedPassages> {
  return inTurns(
    documents,
    (document) =>
      group(
        document,
        mentions.filter((mention) => mention.document === document),
        context.source,
        null
      ),
    context.atOnce
  );
}

async function claimSheet(id: string, context: EvidenceContext): Promise<EvidenceSheet> {
  const claim = context.overview.claims.find((item) => item.key === id || item.id === id);
  if (!claim) return nothing('A shared claim');
  const conflicts = claim.conflicts.length;
  return {
    title: claimLabel(claim.label),
    claim: claim.key,
    lede: `${plural(claim.documents.length, 'source')} say this or something close to it.${
      conflicts > 0 ? ` ${plural(conflicts, 'difference')} found between them.` : ''
    } Matched by wording, so read them before you rely on it.`,
    ...(await mentionsByDocument(claim.mentions, claim.documents, context))
  };
}

/** What the given sources say of shared claims, each claim numbered so that a reader can pair them. */
function sharedSheet(
  title: string,
  lede: string | null,
  shared: OverviewSlice['claims'],
  documents: readonly string[],
  context: EvidenceContext
): Promise<EvidenceSheet> {
  const mentions = shared.flatMap((claim, position) =>
    claim.mentions
      .filter((mention) => documents.includes(mention.document))
      .map((mention) => ({ ...mention, note: `Shared claim ${position + 1}` }))
  );
  return mentionsByDocument(mentions, documents, context).then((grouped) => ({ title, lede, ...grouped }));
}

async function overlapSheet(a: string, b: string, context: EvidenceContext): Promise<EvidenceSheet> {
  const index = sourceIndex(context.overview.sources);
  const pair = context.overview.overlap.find(
    (item) => (item.a === a && item.b === b) || (item.a === b && item.b === a)
  );
  const [first, second] = [index.get(a), index.get(b)];
  if (!first || !second) return nothing('Shared claims');
  return sharedSheet(
    `Claims that ${first.letter} and ${second.letter} share`,
    pair
      ? `${plural(pair.shared, 'shared claim')}, ${formatShare(pair.jaccard)} of all claims the two make.`
      : null,
    context.overview.claims.filter(({ documents }) => documents.includes(a) && documents.includes(b)),
    [a, b],
    context
  );
}

async function setSheet(documents: readonly string[], context: EvidenceContext): Promise<EvidenceSheet> {
  const index = sourceIndex(context.overview.sources);
  const letters = documents.flatMap((id) => index.get(id)?.letter ?? []);
  if (letters.length < documents.length) return nothing('Shared claims');
  const shared = context.overview.claims.filter(
    (claim) =>
      claim.documents.length === documents.length && documents.every((id) => claim.documents.includes(id))
  );
  const title = `Claims that ${joinWords(letters)} make, and no other${context.overview.among === undefined ? '' : ' that is shown'}`;
  return sharedSheet(title, `${plural(shared.length, 'claim')}.`, shared, documents, context);
}

async function stanceSheet(
  target: EvidenceTarget & { kind: 'stance' },
  context: EvidenceContext
): Promise<EvidenceSheet> {
  const claim = context.overview.contested.find((item) => item.id === target.claim);
  if (!claim) return nothing('A contested claim');
  const info = context.contested.find((item) => item.id === target.claim);
  const asked = claim.cells.filter((cell) => target.document === null || cell.document === target.document);
  const speaks = ({ mentions }: (typeof asked)[number]) => mentions.length > 0;
  // Whoever opens it wants to read who says it: of a claim that one source makes, that is not the last of five.
  const cells = [...asked.filter(speaks), ...asked.filter((cell) => !speaks(cell))];
  const grouped = await inTurns(
    cells,
    (cell) => {
      const words = stanceWords(cell.stance);
      if (cell.mentions.length > 0) {
        const mentions = decisiveFirst(cell.stance, cell.mentions);
        return group(cell.document, mentions, context.source, `${words.name}: ${words.meaning}`);
      }
      return cell.nearest
        ? group(
            cell.document,
            [cell.nearest],
            context.source,
            'Silent: no mention was found. The nearest sentence is below, so that you can judge for yourself.'
          )
        : group(cell.document, [], context.source, 'Silent: no mention and no near sentence was found.');
    },
    context.atOnce
  );
  return { title: claim.statement, lede: info?.whyContested ?? null, contested: claim.id, ...grouped };
}

/**
 * The sheet for a target. Rejects with the source's error when evidence or text cannot be had; a target that
 * points to nothing gives a sheet that says so.
 */
export async function evidenceSheet(
  target: EvidenceTarget,
  context: EvidenceContext
): Promise<EvidenceSheet> {
  switch (target.kind) {
    case 'metric':
      return metricSheet(target, context);
    case 'claim':
      return claimSheet(target.claim, context);
    case 'overlap':
      return overlapSheet(target.a, target.b, context);
    case 'set':
      return setSheet(target.documents, context);
    case 'stance':
      return stanceSheet(target, context);
    case 'term':
      return termSheet(target.term, target.document, context);
    case 'actor':
      return actorSheet(target, context);
    case 'vocabulary':
      return vocabularySheet(target.document, context);
    case 'tone':
      return toneSheet(target, context);
    case 'speaker':
      return speakerSheet(target.speaker, target.document, context);
  }
}
