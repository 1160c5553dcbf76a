/** A reader's own texts before they are compared: names, texts, claims, and what is still missing. */
import type { AuditRequestInput } from '$lib/analysis/audit-schema';
import { placeId, type Links } from './links';
import { pastedText } from './pasted';
import { shorten } from './sources';

export const FEWEST_TEXTS = 2;
export const MOST_TEXTS = 10;
export const MOST_CLAIMS = 20;

export interface DraftText {
  /** Stable while the page is open; also the document's id in the request. */
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

export interface DraftClaim {
  readonly id: string;
  readonly statement: string;
}

export interface Drafts {
  readonly texts: readonly DraftText[];
  readonly claims: readonly DraftClaim[];
}

/** A field of the form and a sentence that says what to change there. */
export interface FieldProblem {
  /** `text:ID`, `name:ID`, `claim:ID`, or `form` for the whole. */
  readonly field: string;
  readonly message: string;
}

/** The lowest free id with the given prefix: t1, t2 … */
function freeId(prefix: string, taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let number = 1;
  while (ids.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/** Two empty texts and no claim. */
export function emptyDrafts(): Drafts {
  return {
    texts: [
      { id: 't1', name: '', text: '' },
      { id: 't2', name: '', text: '' }
    ],
    claims: []
  };
}

/** One more text, in the first empty place when there is one; unchanged when there are ten. */
export function addText(drafts: Drafts, name = '', text = ''): Drafts {
  const empty = drafts.texts.findIndex((draft) => draft.text.trim() === '' && draft.name.trim() === '');
  if (text !== '' && empty >= 0) {
    const texts = drafts.texts.map((draft, index) => (index === empty ? { ...draft, name, text } : draft));
    return { ...drafts, texts };
  }
  if (drafts.texts.length >= MOST_TEXTS) return drafts;
  return { ...drafts, texts: [...drafts.texts, { id: freeId('t', drafts.texts), name, text }] };
}

/** Without one text; never fewer fields than the two a comparison needs. */
export function removeText(drafts: Drafts, id: string): Drafts {
  const texts = drafts.texts.filter((draft) => draft.id !== id);
  while (texts.length < FEWEST_TEXTS) texts.push({ id: freeId('t', texts), name: '', text: '' });
  return { ...drafts, texts };
}

/** One more claim to look for; unchanged when there are twenty. */
export function addClaim(drafts: Drafts, statement = ''): Drafts {
  if (drafts.claims.length >= MOST_CLAIMS) return drafts;
  return { ...drafts, claims: [...drafts.claims, { id: freeId('c', drafts.claims), statement }] };
}

/** Words as a reader would count them, for the line under a field. */
export function wordCount(text: string): number {
  let count = 0;
  for (const _ of text.matchAll(/[\p{L}\p{N}][^\s]*/gu)) count += 1;
  return count;
}

/** What must be put right before the texts can be compared; empty when nothing. */
export function problemsOf(drafts: Drafts): FieldProblem[] {
  const filled = drafts.texts.filter((draft) => draft.text.trim() !== '');
  const problems: FieldProblem[] = drafts.texts
    .filter((draft) => draft.text.trim() === '' && draft.name.trim() !== '')
    .map((draft) => ({ field: `text:${draft.id}`, message: 'Paste the text here, or remove this one.' }));
  if (filled.length < FEWEST_TEXTS && problems.length === 0) {
    const empty = drafts.texts.find((draft) => draft.text.trim() === '');
    const message =
      filled.length === 0
        ? 'Paste at least two texts, or drop files here.'
        : 'Paste a second text: a comparison needs two.';
    problems.push({ field: empty ? `text:${empty.id}` : 'form', message });
  }
  return problems;
}

/** The request for the filled fields; call it when {@link problemsOf} finds nothing. */
export function requestOf(drafts: Drafts): AuditRequestInput {
  return {
    documents: drafts.texts
      .filter((draft) => draft.text.trim() !== '')
      .map((draft) => ({
        id: draft.id,
        text: pastedText(draft.text),
        title: draft.name.trim() || null
      })),
    claims: drafts.claims
      .filter((claim) => claim.statement.trim() !== '')
      .map((claim) => ({ id: claim.id, statement: claim.statement.trim() }))
  };
}

/** The field an error of the API speaks of, from its path (`documents[1].text`). */
export function fieldOfPath(path: string | null, request: AuditRequestInput): string {
  const match = /^(documents|claims)\[(\d+)\](?:\.(\w+))?/.exec(path ?? '');
  const index = Number(match?.[2]);
  const document = match?.[1] === 'documents' ? request.documents[index] : undefined;
  if (document) return `${match?.[3] === 'title' ? 'name' : 'text'}:${document.id}`;
  const claim = match?.[1] === 'claims' ? request.claims?.[index] : undefined;
  return claim ? `claim:${claim.id}` : 'form';
}

/** A name for a dropped file: without folder and ending, separators as spaces. */
export function nameOfFile(file: string): string {
  const base = file.replace(/^.*[\\/]/, '').replace(/\.[A-Za-z0-9]{1,8}$/, '');
  return shorten(base.replace(/[_-]+/g, ' '), 80);
}

function isText(value: unknown): value is DraftText {
  if (typeof value !== 'object' || value === null) return false;
  const item = value as Record<string, unknown>;
  return typeof item.id === 'string' && typeof item.name === 'string' && typeof item.text === 'string';
}

function isClaim(value: unknown): value is DraftClaim {
  if (typeof value !== 'object' || value === null) return false;
  const item = value as Record<string, unknown>;
  return typeof item.id === 'string' && typeof item.statement === 'string';
}

/** Reads drafts kept by the browser; anything unreadable gives empty ones. */
export function parseDrafts(json: string | null): Drafts {
  try {
    const stored = JSON.parse(json ?? '') as { texts?: unknown; claims?: unknown };
    const texts = Array.isArray(stored.texts) ? stored.texts.filter(isText).slice(0, MOST_TEXTS) : [];
    const claims = Array.isArray(stored.claims) ? stored.claims.filter(isClaim).slice(0, MOST_CLAIMS) : [];
    if (texts.length === 0) return { ...emptyDrafts(), claims };
    return removeText({ texts, claims }, '');
  } catch {
    return emptyDrafts();
  }
}

/** Addresses of the views of a reader's own texts; they live on one page and are never stored. */
export function ownTextLinks(base = '/your-texts'): Links {
  return {
    overview: (query) => (query === '' ? `${base}?view=overview` : `${base}${query}&view=overview`),
    document: (id, span) =>
      `${base}?view=document&document=${encodeURIComponent(id)}${span ? `#${placeId(span)}` : ''}`,
    rewrite: (id) => `${base}?view=rewrite&document=${encodeURIComponent(id)}`,
    compare: (a, b) => `${base}?view=compare&a=${encodeURIComponent(a)}&b=${encodeURIComponent(b)}`,
    claims: (query) => (query === '' ? `${base}?view=claims` : `${base}${query}&view=claims`),
    figures: (query) => (query === '' ? `${base}?view=figures` : `${base}${query}&view=figures`),
    claim: (key) => `${base}?view=claim&claim=${encodeURIComponent(key)}`,
    contested: null
  };
}
