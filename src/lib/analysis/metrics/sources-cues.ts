/** What kind of word makes a segment somebody's: an utterance, a belief, a wish. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Span, Token } from '$lib/text/document';
import type { Reading, Segment } from '../reading';
import { clausesOf, verbGroupAt } from '../voice/clauses';
import { cueLexicon, type Cue } from '../voice/cue-lexicon';
import { wordSet } from '../word-kinds';
import { hasDoer } from './agency-passives';
import { lowerBound } from '../lower-bound';

/** Rules that need no cue word to tell that something was said. */
const SPEECH = new Set(['voice/quotation', 'voice/according-to', 'voice/hearsay', 'voice/transcript']);
/** Rules that read minds or deeds: a view or a stand that nobody is shown to have put in words. */
const UNSPOKEN = new Set(['voice/perception', 'voice/perceived', 'voice/attitude', 'voice/viewpoint']);
/** Categories of cue verbs that give a position a source has taken in words. */
const UTTERED = new Set(['say', 'claim', 'deny', 'promise', 'request', 'mention', 'believe', 'believe-that']);
/** The same for nouns; "its perception" or "his desire" is a reading of minds, not a source. */
const UTTERED_NOUNS = new Set(['say', 'claim', 'deny', 'promise', 'request']);
/** Nouns that, when nobody owns them, hide whose view it is ("concern that"). */
const VIEWS = new Set(['say', 'claim', 'deny', 'believe']);
/** Nouns of those kinds that need no owner: "the idea that" opens a content, it reports nobody. */
const contentNouns = (knowledge: Knowledge): ReadonlySet<string> =>
  wordSet(knowledge, 'words-content-nouns', 'content');
/** Most tokens of a cue that are looked at. */
const REACH = 12;

function tokenAt(tokens: readonly Token[], offset: number): number {
  return lowerBound(tokens, offset, ({ start }) => start);
}

/** Whether any token of the span passes. */
function some(tokens: readonly Token[], span: Span, test: (token: Token, at: number) => boolean): boolean {
  const first = tokenAt(tokens, span.start);
  for (let k = first; k < tokens.length && k < first + REACH && tokens[k]!.start < span.end; k++) {
    if (test(tokens[k]!, k)) return true;
  }
  return false;
}

/** Whether the words of a cue after its first stand behind the token at `at`. */
function goesOn(tokens: readonly Token[], at: number, { rest }: Cue): boolean {
  for (let k = 0; k < rest.length; k++) if (tokens[at + 1 + k]?.normal !== rest[k]) return false;
  return true;
}

/** Whether a source is shown to have said, written or held this, rather than to want or feel it. */
export function isUttered(segment: Segment, reading: Reading, knowledge: Knowledge): boolean {
  if (segment.voice === 'author') return false;
  if (SPEECH.has(segment.rule) || segment.quoted) return true;
  if (!segment.cueSpan || UNSPOKEN.has(segment.rule)) return false;
  const { verbCues, nounCue } = cueLexicon(knowledge);
  const { tokens } = reading.document;
  const noun = segment.rule === 'voice/noun';
  const contents = contentNouns(knowledge);
  const felt = wordSet(knowledge, 'words-felt-verbs', 'felt');
  return some(tokens, segment.cueSpan, (token, at) => {
    if (noun) {
      const found = nounCue(token.type);
      return found !== null && UTTERED_NOUNS.has(found.category) && !contents.has(token.lemma);
    }
    const cue = verbCues(token.type)?.find((known) => goesOn(tokens, at, known));
    if (!cue || (felt.has(token.lemma) && segment.holder !== null)) return false;
    return (
      cue.accuse ||
      (cue.clause !== null && UTTERED.has(cue.clause)) ||
      (segment.rule === 'voice/commitment' && cue.infinitive !== null && UTTERED.has(cue.infinitive))
    );
  });
}

/** "Is seen as", with nobody after "by". An active verb has a subject, even where it was not found. */
function isHidingPassive(segment: Segment, cue: Span, reading: Reading, knowledge: Knowledge): boolean {
  const { document } = reading;
  const map = clausesOf(document);
  const first = tokenAt(document.tokens, cue.start);
  for (
    let k = first;
    k < document.tokens.length && document.tokens[k]!.start < cue.end && k < first + REACH;
    k++
  ) {
    const group = verbGroupAt(map, k);
    if (group?.passive)
      return !hasDoer(map, knowledge, group.head + 1, document.sentences[segment.sentence]!.tokenEnd);
  }
  return false;
}

/** Whether words without a holder hide somebody's view: "it is said", "is seen as", "there is concern that". */
export function hidesHolder(segment: Segment, reading: Reading, knowledge: Knowledge): boolean {
  if (segment.rule === 'voice/hearsay' || segment.holder !== null) return true;
  if (!segment.cueSpan) return false;
  if (segment.rule !== 'voice/noun') return isHidingPassive(segment, segment.cueSpan, reading, knowledge);
  const { nounCue } = cueLexicon(knowledge);
  const { tokens } = reading.document;
  const contents = contentNouns(knowledge);
  // "This perception of …": the text has just told whose.
  if (
    wordSet(knowledge, 'words-sources', 'pointer').has(
      tokens[tokenAt(tokens, segment.cueSpan.start) - 1]?.normal ?? ''
    )
  )
    return false;
  return some(tokens, segment.cueSpan, (token) => {
    const found = nounCue(token.type);
    return found !== null && VIEWS.has(found.category) && !contents.has(token.lemma);
  });
}
