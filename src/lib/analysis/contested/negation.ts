import type { Knowledge } from '$lib/lexicons/knowledge';
import type { PartOfSpeech, Token } from '$lib/text/document';
import { contestedWords } from './contested-words';

/** Parts of speech of a subject's words. */
const IN_SUBJECT: ReadonlySet<PartOfSpeech> = new Set(['NOUN', 'PROPN', 'ADJ', 'DET', 'ADP', 'NUM']);

/** Negation reaches no further back than this. */
const REACH = 10;

/**
 * Whether a word is negated where it stands: "never promised", "made no promise", "is not a defensive pact",
 * "not as a promise"; but not "did not break its promise", which takes the promise for granted.
 *
 * @param from first token of the clause; negation is not looked for before it
 */
export function isNegated(knowledge: Knowledge, tokens: readonly Token[], at: number, from: number): boolean {
  const negators = contestedWords(knowledge, 'negator');
  // Verbs without a meaning of their own: "made no promise", "there was no promise".
  const carriers = contestedWords(knowledge, 'carrier');
  const verb = tokens[at]?.pos === 'VERB';
  const stop = Math.max(from, at - REACH);
  let crossed = false;
  for (let i = at - 1; i >= stop; i--) {
    const { normal, lemma, pos } = tokens[i]!;
    // "No one", whatever the tagger takes "one" for.
    if (normal === 'one' && tokens[i - 1]?.normal === 'no') return true;
    if (negators.has(normal)) {
      const next = tokens[i + 1]?.normal;
      // "not only a pact" still says that it is one; "nor" and "no longer" deny.
      if (normal === 'not' && (next === 'only' || next === 'just')) return false;
      return true;
    }
    if (normal === 'but' || normal === ';' || normal === ':' || normal === ',') return false;
    if (pos === 'SCONJ' || normal === 'that' || normal === 'which' || normal === 'who') return false;
    if (normal === 'as') {
      if (tokens[i - 1]?.normal === 'not') return true;
      if (verb) return false;
    }
    if (pos === 'VERB') {
      if (verb && !crossed && isSetApart(tokens, i, stop)) return true;
      if (crossed || verb || !carriers.has(lemma)) return false;
      crossed = true;
    } else if (verb && !(pos === 'AUX' || pos === 'ADV' || pos === 'PART')) {
      // Before a verb only its own auxiliaries count; before them, a subject may still hold "no".
      if (pos !== 'NOUN' && pos !== 'PROPN' && pos !== 'ADJ' && pos !== 'DET' && pos !== 'PRON') return false;
      return pos === 'PRON' || pos === 'PROPN' ? false : subjectIsNone(tokens, i, stop);
    }
  }
  return false;
}

/** Words before the verb of a clause about the subject: "that had arrived", "that the office found". */
const RELATIVE_REACH = 4;

/** "No ballots that arrived late were counted": a clause about the subject stands between "no" and its verb. */
function isSetApart(tokens: readonly Token[], verb: number, stop: number): boolean {
  for (let i = verb - 1; i > stop && verb - i <= RELATIVE_REACH; i--) {
    const { normal, pos } = tokens[i]!;
    if (normal === 'that' || normal === 'which' || normal === 'who')
      return subjectIsNone(tokens, i - 1, stop);
    if (pos === 'VERB' || pos === 'PUNCT' || pos === 'SCONJ') return false;
  }
  return false;
}

/** "No troops", "none of the ships", "not one ship", before a verb; also "not as these countries seeking". */
function subjectIsNone(tokens: readonly Token[], at: number, stop: number): boolean {
  for (let i = at; i >= stop; i--) {
    const { normal, pos } = tokens[i]!;
    if (normal === 'no' || normal === 'none' || normal === 'neither' || normal === 'nor') return true;
    if (normal === 'not' && /^(?:one|a|any)$/.test(tokens[i + 1]?.normal ?? '')) return true;
    if (normal === 'as') return tokens[i - 1]?.normal === 'not';
    if (pos === 'VERB') return isSetApart(tokens, i, stop);
    if (!IN_SUBJECT.has(pos)) return false;
  }
  return false;
}
