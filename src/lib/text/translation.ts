import type { Knowledge } from '$lib/lexicons/knowledge';
import { wordSet } from '$lib/lexicons/word-sets';
import type { Document, DocumentNotice, Token } from './document';
import { formSet } from './form-set';
import { searchOf } from './match-patterns';
import { bytePerTypeOf } from './type-codes';

const SIGNS = 'translation-signs';
/** Fewest turns of phrase, of at least two kinds, that make a text look translated. */
const MIN_SIGNS = 3;
const MIN_KINDS = 2;
/** And fewest per 1,000 words: everybody slips now and then. */
const MIN_RATE = 1;
/** Most phrases named in the notice. */
const SHOWN = 4;

const EFFECT =
  'The choice of single words may be the translator’s: be careful with numbers that count charged, cautious or emphatic words.';

interface Sign {
  readonly phrase: string;
  readonly kind: string;
}

/** A notice for a text that says it was translated, or that reads as if it was; null for all others. */
export function translationNotice(
  read: Omit<Document, 'notices'>,
  creditsTranslator: boolean,
  knowledge: Knowledge
): DocumentNotice | null {
  const hits = knowledge.lexicons[SIGNS] ? searchOf(knowledge, read.tokens).hits(SIGNS) : [];
  const credit = hits.find(({ entry }) => entry.category === 'credit');
  if (creditsTranslator || credit) {
    const message = `The page says that this text was translated. ${EFFECT}`;
    return { code: 'translated', message, ...(credit && { start: credit.start, end: credit.end }) };
  }
  const signs: Sign[] = hits.map(({ start, end, entry }) => ({
    phrase: read.text.slice(start, end),
    kind: entry.id
  }));
  signs.push(...articlesBeforeNames(read.tokens, knowledge));
  const kinds = new Set(signs.map(({ phrase }) => phrase.toLowerCase()));
  if (signs.length < MIN_SIGNS || kinds.size < MIN_KINDS || signs.length * 1000 < MIN_RATE * read.words)
    return null;
  const phrases = signs
    .map(({ phrase }) => phrase.replace(/\s+/g, ' '))
    .filter((phrase, i, all) => all.findIndex((other) => other.toLowerCase() === phrase.toLowerCase()) === i)
    .sort((a, b) => countOf(signs, b) - countOf(signs, a))
    .slice(0, SHOWN);
  return {
    code: 'translated',
    message: `This text may be a translation, or by somebody whose first language is not English: it has ${signs.length} turns of phrase such as ${phrases.map((phrase) => `“${phrase}”`).join(', ')}. ${EFFECT}`
  };
}

function countOf(signs: readonly Sign[], phrase: string): number {
  const wanted = phrase.toLowerCase();
  return signs.filter((sign) => sign.phrase.toLowerCase() === wanted).length;
}

const THE = 1;
const NAME = 2;
const roleOf = bytePerTypeOf((knowledge: Knowledge, { text, normal }) => {
  if (normal === 'the') return THE;
  return formSet(knowledge, 'bare-names').has(normal) && /^\p{Lu}/u.test(text) ? NAME : 0;
});

/** "the Europe", "the NATO", where nothing follows that the article could belong to ("the NATO summit"). */
function articlesBeforeNames(tokens: readonly Token[], knowledge: Knowledge): Sign[] {
  const role = roleOf(knowledge);
  // Words that make an article before a name right: "the Europe of the regions".
  const licensing = wordSet(knowledge, 'words-sentences', 'licensing');
  const signs: Sign[] = [];
  for (let i = 0; i + 1 < tokens.length; i++) {
    if (role(tokens[i]!.type) !== THE) continue;
    const name = tokens[i + 1]!;
    if (role(name.type) !== NAME) continue;
    const next = tokens[i + 2];
    if (next && !standsAlone(name, next, tokens[i + 3], licensing)) continue;
    signs.push({ phrase: `the ${name.text}`, kind: 'article' });
  }
  return signs;
}

function standsAlone(
  name: Token,
  next: Token,
  after: Token | undefined,
  licensing: ReadonlySet<string>
): boolean {
  if (licensing.has(next.normal)) return false;
  if (after && licensing.has(after.normal) && next.pos === 'ADP') return false;
  if (/^[.,;:)!?]$/.test(next.text)) return !(next.text === ',' && after?.pos === 'PROPN');
  if (next.normal === "'s") return true;
  return next.start > name.end && (next.pos === 'ADP' || next.pos === 'AUX' || next.normal === 'to');
}
