import type { Keyness, WordDivergence, WordUses } from '../audit-schema';
import type { ContentWords, Vocabulary } from './content-words';

type Places = WordUses['places'];

/** Every use of some words in one document, by word. */
function usesIn(
  { terms, attributed }: ContentWords,
  spans: Int32Array,
  names: readonly string[],
  wanted: ReadonlySet<string>
): Map<string, Places> {
  const places = new Map<string, Places>([...wanted].map((term) => [term, []]));
  for (let i = 0; i < terms.length; i++) {
    places.get(names[terms[i]!]!)?.push({
      start: spans[2 * i]!,
      end: spans[2 * i + 1]!,
      voice: attributed?.[i] === 1 ? 'attributed' : 'author'
    });
  }
  return places;
}

/**
 * Where the words stand that set documents apart: those a document uses more than the others beyond chance, and those
 * of its own that weigh most in how far its vocabulary is from all the others'. Documents in their order; in each,
 * distinctive words first. None where the vocabulary does not know whose words stand where.
 *
 * @param ids of the documents, in the order of the vocabulary
 */
export function wordUses(
  ids: readonly string[],
  { terms, documents }: Vocabulary,
  keyness: readonly Keyness[],
  divergence: readonly WordDivergence[]
): WordUses[] {
  const wanted = new Map(ids.map((id) => [id, new Set<string>()]));
  for (const { document, term, significant } of keyness) if (significant) wanted.get(document)?.add(term);
  for (const { a, b, contributions } of divergence) {
    if (b !== null) continue;
    for (const word of contributions) if (word.a > 0) wanted.get(a)?.add(word.term);
  }
  return ids.flatMap((document, index) => {
    const own = documents[index]!;
    if (!own.spans) return [];
    const uses = usesIn(own, own.spans, terms, wanted.get(document)!);
    return [...uses].map(([term, places]) => ({ document, term, places }));
  });
}
