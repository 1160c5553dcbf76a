/** Everything that can be marked in one document, gathered from a result. */
import type { Audit, Conflict, DocumentAudit } from '$lib/analysis/audit-schema';
import { joinWords } from './format';
import { CONFLICTS, CONTESTED, SHARED, STATEMENTS, type Finding, type MetricName } from './highlights';
import { byPlace } from './passages';
import { letterOf } from './sources';

/** What a conflict between two documents comes to, in a reader’s words; no verdict on who is right. */
export const CONFLICT_WORDS: Readonly<Record<Conflict['verdict'], string>> = {
  clash: 'As worded, the two don’t go together.',
  'may-differ-by-date': 'Both may hold, each for its date.',
  'different-referents': 'They speak of different things.'
};

/** Statements less likely than this to be checkable are not marked as such. */
const CHECKABLE = 0.4;

/** What the metrics counted in one document, metric by metric. */
export function metricFindings(
  document: Pick<DocumentAudit, 'metrics'>,
  names: readonly MetricName[]
): Finding[] {
  return names.flatMap(({ id }) => {
    const result = document.metrics[id];
    if (!result || !('evidence' in result)) return [];
    return result.evidence.map(({ start, end, rule, note, voice, holder }) => ({
      start,
      end,
      layer: id,
      rule,
      note,
      voice,
      holder
    }));
  });
}

function contestedFindings(audit: Audit, document: DocumentAudit): Finding[] {
  return audit.contested.flatMap((claim) => {
    const cell = claim.cells.find((candidate) => candidate.document === document.id);
    return (cell?.mentions ?? []).map(({ start, end, voice, holder, polarity, certainty }) => ({
      start,
      end,
      layer: CONTESTED,
      rule: `contested/${claim.id}`,
      note: `${polarity === 'deny' ? 'Denies' : 'Affirms'}${certainty === 'hedged' ? ', with a hedge' : ''}: “${claim.statement}”`,
      voice,
      holder
    }));
  });
}

/** The letters by which a page names documents, by id. */
function lettersOf(audit: Audit): ReadonlyMap<string, string> {
  return new Map(audit.documents.map(({ id }, index) => [id, letterOf(index)]));
}

function sharedFindings(audit: Audit, document: DocumentAudit): Finding[] {
  const statements = new Map(document.statements.map((statement) => [statement.id, statement]));
  const letters = lettersOf(audit);
  return audit.comparison.claims.flatMap((claim) => {
    const makers = new Set(claim.mentions.map((mention) => mention.document));
    if (!makers.delete(document.id) || makers.size === 0) return [];
    const others = joinWords([...makers].map((id) => letters.get(id) ?? id).sort());
    return claim.mentions.flatMap((mention) => {
      const statement = mention.document === document.id ? statements.get(mention.statement) : undefined;
      if (!statement) return [];
      const { start, end, voice, holder } = statement;
      const note = `Also in ${others}${claim.label === statement.quote ? '.' : `: “${claim.label}”`}`;
      return [{ start, end, layer: SHARED, rule: `claim/${claim.id}`, note, voice, holder }];
    });
  });
}

function conflictFindings(audit: Audit, document: DocumentAudit): Finding[] {
  const letters = lettersOf(audit);
  return audit.comparison.claims.flatMap((claim) =>
    claim.conflicts.flatMap(({ values, verdict }) =>
      values
        .filter((value) => value.document === document.id)
        .map(({ start, end }) => {
          const others = values
            .filter((value) => value.document !== document.id)
            .map((value) => `${letters.get(value.document) ?? value.document} has “${value.quote}”`);
          const spoken = document.statements.find(
            (statement) => statement.start <= start && statement.end >= end
          );
          return {
            start,
            end,
            layer: CONFLICTS,
            rule: `claim/${claim.id}`,
            note: `${joinWords(others)}. ${CONFLICT_WORDS[verdict]}`,
            voice: spoken?.voice ?? ('author' as const),
            holder: spoken?.holder ?? null
          };
        })
    )
  );
}

function statementFindings(document: DocumentAudit): Finding[] {
  return document.statements
    .filter((statement) => statement.checkable >= CHECKABLE)
    .map(({ start, end, voice, holder, certainty, polarity }) => {
      const who = voice === 'author' ? 'The author' : (holder ?? 'Somebody not named');
      const how = polarity === 'deny' ? 'denies' : certainty === 'hedged' ? 'holds with doubt' : 'states';
      const note = `${who} ${how} something that could be checked.`;
      return { start, end, layer: STATEMENTS, rule: 'statement', note, voice, holder };
    });
}

/** Everything found in one document, in text order. */
export function findingsOf(audit: Audit, document: DocumentAudit, names: readonly MetricName[]): Finding[] {
  return [
    ...metricFindings(document, names),
    ...contestedFindings(audit, document),
    ...sharedFindings(audit, document),
    ...conflictFindings(audit, document),
    ...statementFindings(document)
  ].sort(byPlace);
}
