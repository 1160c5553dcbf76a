/** Verbs of two words, such as "go up", read as the one verb that they stand for. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Match } from '$lib/text/match-patterns';
import { stem } from '../claims/stem';
import { readTerms, type Terms } from '../claims/terms';
import { lowerBound } from '../lower-bound';
import type { Reading } from '../reading';

const remembered = new WeakMap<Reading, { knowledge: Knowledge; terms: Terms }>();

/** Verbs of two words in a text; "the go-ahead" is none. */
function phrasalVerbs({ document, hitsIn }: Reading, knowledge: Knowledge): readonly Match[] {
  if (!knowledge.lexicons['phrasal-verbs']) return [];
  const { tokens } = document;
  return hitsIn('phrasal-verbs', { firstToken: 0, tokenEnd: tokens.length }).filter(
    ({ firstToken }) => tokens[firstToken]!.pos === 'VERB'
  );
}

function build(reading: Reading, knowledge: Knowledge): Terms {
  const terms = readTerms(reading, knowledge);
  const found = phrasalVerbs(reading, knowledge);
  if (found.length === 0) return terms;
  const { sentences } = reading.document;
  const keys = terms.keys.slice();
  const plain = terms.plain.slice();
  const added = new Map<string, Set<number>>();
  for (const { entry, firstToken } of found) {
    const key = stem(entry.category);
    keys[firstToken] = plain[firstToken] = key;
    const sentence = lowerBound(sentences, firstToken + 1, ({ tokenEnd }) => tokenEnd);
    if ((sentences[sentence]?.firstToken ?? Infinity) > firstToken) continue;
    for (const name of [key, terms.words.conceptOf(key)]) {
      const known = added.get(name);
      if (known) known.add(sentence);
      else added.set(name, new Set([sentence]));
    }
  }
  added.delete('');
  const sentencesWith = new Map(terms.sentencesWith);
  for (const [key, places] of added)
    sentencesWith.set(
      key,
      [...new Set([...(sentencesWith.get(key) ?? []), ...places])].sort((a, b) => a - b)
    );
  return { words: terms.words, keys, plain, sentencesWith };
}

/** The terms of a text as claims are held against them, read once: `readTerms`, with "went up" as "rise". */
export function readContestedTerms(reading: Reading, knowledge: Knowledge): Terms {
  const known = remembered.get(reading);
  if (known?.knowledge === knowledge) return known.terms;
  const terms = build(reading, knowledge);
  remembered.set(reading, { knowledge, terms });
  return terms;
}
