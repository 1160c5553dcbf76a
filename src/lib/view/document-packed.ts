/** A document's findings as they travel to the browser: what thousands of them say alike is sent once. */
import type { DocumentView } from './document';
import type { Finding } from './highlights';

/** Findings as numbers: `SIZE` for each, which name a place and entries of the lists. */
export interface PackedFindings {
  readonly layers: readonly string[];
  readonly rules: readonly string[];
  readonly notes: readonly string[];
  readonly holders: readonly string[];
  /** Start, end, layer, rule, note, voice (1 for attributed), holder (0 for none, else one more than its place). */
  readonly numbers: readonly number[];
}

/** A view whose findings are packed. */
export interface PackedDocument extends Omit<DocumentView, 'findings'> {
  readonly findings: PackedFindings;
}

const SIZE = 7;

/** A list without repetitions, and the place of each entry. */
class Names {
  readonly list: string[] = [];
  private readonly places = new Map<string, number>();

  at(name: string): number {
    const known = this.places.get(name);
    if (known !== undefined) return known;
    this.places.set(name, this.list.length);
    return this.list.push(name) - 1;
  }
}

/** Packs findings; `unpackFindings` gives the same again, in the same order. */
export function packFindings(findings: readonly Finding[]): PackedFindings {
  const [layers, rules, notes, holders] = [new Names(), new Names(), new Names(), new Names()];
  const numbers = findings.flatMap(({ start, end, layer, rule, note, voice, holder }) => [
    start,
    end,
    layers.at(layer),
    rules.at(rule),
    notes.at(note),
    voice === 'attributed' ? 1 : 0,
    holder === null ? 0 : holders.at(holder) + 1
  ]);
  return { layers: layers.list, rules: rules.list, notes: notes.list, holders: holders.list, numbers };
}

export function unpackFindings({ layers, rules, notes, holders, numbers }: PackedFindings): Finding[] {
  const findings: Finding[] = [];
  for (let at = 0; at + SIZE <= numbers.length; at += SIZE) {
    const [start, end, layer, rule, note, voice, holder] = numbers.slice(at, at + SIZE) as [
      number,
      number,
      number,
      number,
      number,
      number,
      number
    ];
    findings.push({
      start,
      end,
      layer: layers[layer] ?? '',
      rule: rules[rule] ?? '',
      note: notes[note] ?? '',
      voice: voice === 1 ? 'attributed' : 'author',
      holder: holder === 0 ? null : (holders[holder - 1] ?? null)
    });
  }
  return findings;
}

/** A view with its findings packed, for a page that comes from the server. */
export function packDocument(view: DocumentView): PackedDocument {
  return { ...view, findings: packFindings(view.findings) };
}

export function unpackDocument(packed: PackedDocument): DocumentView {
  return { ...packed, findings: unpackFindings(packed.findings) };
}
