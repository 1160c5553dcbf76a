/** A registry entry as it stands in the fields of a form. */
import type { ProposalSlice, RegistryClaim } from './registry';

const NEW: RegistryClaim = {
  id: '',
  statement: '',
  counterStatement: null,
  whyContested: '',
  positions: [],
  cues: [],
  denials: [],
  aliases: [],
  years: null,
  credits: []
};

/** An entry as it stands in the fields of a form: lists are lines, terms of a group are split by commas. */
export interface ClaimFields {
  readonly id: string;
  readonly statement: string;
  readonly counterStatement: string;
  readonly whyContested: string;
  /** A position a paragraph: its view on the first line, then a reference a line. */
  readonly positions: string;
  readonly cues: string;
  readonly denials: string;
  readonly aliases: string;
  readonly from: string;
  readonly to: string;
  readonly credits: string;
}

const groupsToText = (groups: readonly (readonly string[])[]): string =>
  groups.map((group) => group.join(', ')).join('\n');

const parts = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const textToGroups = (text: string): string[][] =>
  parts(text, /\n/)
    .map((line) => parts(line, /,/))
    .filter((group) => group.length > 0);

/** The fields of an entry, or of a new one that begins with a statement. */
export function fieldsOf(claim: RegistryClaim | null, statement = ''): ClaimFields {
  const entry = claim ?? { ...NEW, statement };
  return {
    id: entry.id,
    statement: entry.statement,
    counterStatement: entry.counterStatement ?? '',
    whyContested: entry.whyContested,
    positions: entry.positions.map(({ view, references }) => [view, ...references].join('\n')).join('\n\n'),
    cues: groupsToText(entry.cues),
    denials: groupsToText(entry.denials),
    aliases: groupsToText(entry.aliases),
    from: entry.years ? String(entry.years[0]) : '',
    to: entry.years ? String(entry.years[1]) : '',
    credits: entry.credits.join(', ')
  };
}

/** The entry that the fields stand for; the server names what is wrong with it, and a new entry. */
export function claimOf(fields: ClaimFields): RegistryClaim {
  const [from, to] = [fields.from, fields.to].map((text) => (text.trim() === '' ? null : Number(text)));
  return {
    id: fields.id,
    statement: fields.statement.trim(),
    counterStatement: fields.counterStatement.trim() === '' ? null : fields.counterStatement.trim(),
    whyContested: fields.whyContested.trim(),
    positions: parts(fields.positions, /\n\s*\n/).map((block) => {
      const [view = '', ...references] = parts(block, /\n/);
      return { view, references };
    }),
    cues: textToGroups(fields.cues),
    denials: textToGroups(fields.denials),
    aliases: textToGroups(fields.aliases),
    years: typeof from === 'number' || typeof to === 'number' ? [from ?? to ?? 0, to ?? from ?? 0] : null,
    credits: parts(fields.credits, /,/)
  };
}

/** Why a claim was proposed, in words. */
export const PROPOSED_BECAUSE: Readonly<Record<ProposalSlice['reasons'][number], string>> = {
  disputed: 'one disputes it',
  attributed: 'one only reports it',
  hedged: 'one hedges it'
};

/** The entry that accepting a proposal makes: its statement, and why it was proposed. */
export function acceptedClaim({
  statement,
  reasons
}: Pick<ProposalSlice, 'statement' | 'reasons'>): RegistryClaim {
  const why = reasons.map((reason) => PROPOSED_BECAUSE[reason]).join(', ');
  return { ...NEW, statement, whyContested: `Proposed because the sources treat it differently: ${why}.` };
}
