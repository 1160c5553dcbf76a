/** How well a stretch of a text stands as a sentence of its own, and where such a sentence begins and ends in it. */
import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, Token, TokenRange } from '$lib/text/document';
import { clausesOf, finiteAt, verbGroupAt, type ClauseMap } from '../voice/clauses';
import { subjectOf } from '../voice/subjects';
import { CLASS } from '../voice/word-classes';
import { wordSet } from '../word-kinds';
import { afterDateline } from './dateline';

/** The sets of words that `words-labels.yaml` names. */
interface LabelWords {
  readonly joints: ReadonlySet<string>;
  readonly connectives: ReadonlySet<string>;
  readonly factual: ReadonlySet<string>;
  readonly open: ReadonlySet<string>;
  readonly pronouns: ReadonlySet<string>;
  readonly relatives: ReadonlySet<string>;
  readonly noEnding: ReadonlySet<string>;
  readonly reporting: ReadonlySet<string>;
}

const read = new WeakMap<Knowledge, LabelWords>();

/** Asked of every statement of a collection, so the sets are looked up once. */
function labelWords(knowledge: Knowledge): LabelWords {
  const known = read.get(knowledge);
  if (known) return known;
  const of = (category: string): ReadonlySet<string> => wordSet(knowledge, 'words-labels', category);
  const words = {
    joints: of('joint'),
    connectives: of('connective'),
    factual: of('factual'),
    open: of('open'),
    pronouns: of('pronoun'),
    relatives: of('relative'),
    noEnding: of('no-ending'),
    reporting: of('reporting')
  };
  read.set(knowledge, words);
  return words;
}

/** What ties a sentence to the one before in several words, and can go without loss. */
const PHRASES: readonly (readonly string[])[] = [
  'in addition',
  'for example',
  'for instance',
  'as a result',
  'in contrast',
  'by contrast',
  'in turn',
  'in fact',
  'of course',
  'after all',
  'at the same time',
  'on the other hand',
  'on the one hand',
  'even so'
].map((phrase) => phrase.split(' '));
/** Labels are best within this many words. */
const FEWEST_WORDS = 5;
const MOST_WORDS = 25;
/** Up to so many, longer is no worse. */
const EASY_WORDS = 10;
/** Longest stretch looked at, in tokens. */
const LONGEST_STRETCH = 80;

/** Words that may stand behind a verb of saying that ends a sentence: "…, a guard told us". */
const MOST_AFTER_TAG = 2;

const YEAR = /^(?:1[0-9]|20)\d\d$/u;

function startsWith(tokens: readonly Token[], at: number, end: number, phrase: readonly string[]): boolean {
  return at + phrase.length < end && phrase.every((word, i) => tokens[at + i]!.normal === word);
}

/** The clauses of a text as labels ask for them. */
export class LabelClauses {
  /** Sets of words that wordings are judged by. */
  readonly words: LabelWords;

  private readonly tokens: readonly Token[];
  private readonly map: ClauseMap;

  constructor(document: Document, knowledge: Knowledge) {
    this.words = labelWords(knowledge);
    this.tokens = document.tokens;
    this.map = clausesOf(document);
  }

  /** First token after lead-ins that only tie a sentence to what came before. */
  private afterLeadIn(first: number, end: number): number {
    let at = first;
    for (let before = -1; at < end && before !== at;) {
      before = at;
      const { normal, word } = this.tokens[at]!;
      if (!word) {
        at++;
        continue;
      }
      const phrase = PHRASES.find((candidate) => startsWith(this.tokens, at, end, candidate));
      if (phrase && this.tokens[at + phrase.length]!.text === ',') at += phrase.length;
      // "That promise" points at something; "that the promise …" only opens a clause.
      else if (
        this.words.connectives.has(normal) &&
        !(normal === 'that' && first === at && /^T/.test(this.tokens[at]!.text))
      )
        at++;
    }
    return at;
  }

  /** Whether a finite verb, or the first of its auxiliaries, stands there. */
  isFinite(at: number): boolean {
    return finiteAt(this.map, at) !== null && this.map.classes[at - 1] !== CLASS.hyphen;
  }

  /** Whether the verb that stands there, behind its auxiliaries, tells that something was said: "has since argued". */
  isReporting(at: number): boolean {
    const group = finiteAt(this.map, at);
    return !group?.passive && this.words.reporting.has(this.tokens[group?.head ?? at]!.normal);
  }

  /** Whether something is said there: a clause, or "asked him to go". */
  private isTold(first: number, end: number): boolean {
    for (let i = first; i < end; i++) if (verbGroupAt(this.map, i)?.infinitive) return true;
    return this.verbIn(first, end) >= 0;
  }

  /** First token of the main verb; -1 where there is none. Verbs of relative clauses are passed over. */
  private verbIn(first: number, end: number): number {
    for (let i = first; i < end; i++) {
      if (!this.isFinite(i) || this.words.relatives.has(this.tokens[i - 1]?.normal ?? '')) continue;
      // "Amid calls for him to go": what no subject stands before is no main verb.
      if (i === first || subjectOf(this.map, finiteAt(this.map, i)!, first) !== null) return i;
    }
    return -1;
  }

  /** End of what stands before a dash, where only a fragment without a verb comes after it. */
  private beforeLooseEnd(first: number, end: number): number {
    for (let i = end - 1; i > first; i--) {
      if (this.isFinite(i)) break;
      if (/^[—–]$|^--$/.test(this.tokens[i]!.text) && this.verbIn(first, i) > first) return i;
    }
    return end;
  }

  /** End of what was said, where who said it comes after a comma: "The strike cost 3 million, its chairman, Lee, said". */
  private beforeTag(first: number, end: number): number {
    let verb = end - 1;
    while (verb > first && !this.isFinite(verb)) verb--;
    if (!this.words.reporting.has(this.tokens[verb]!.normal) || end - 1 - verb > MOST_AFTER_TAG) return end;
    let cut = end;
    for (let i = verb - 1; i > first && !this.isFinite(i); i--) if (this.tokens[i]!.text === ',') cut = i;
    return cut < end && this.verbIn(first, cut) > first ? cut : end;
  }

  /** A stretch without dateline, lead-ins, loose ends and a tag that says who told it. */
  trimmed(range: TokenRange): TokenRange {
    const end = Math.min(range.tokenEnd, range.firstToken + LONGEST_STRETCH);
    let tokenEnd = end;
    let firstToken = this.afterLeadIn(afterDateline(this.tokens, range), end);
    const opening = this.tokens[firstToken];
    if (opening && this.words.factual.has(opening.normal) && firstToken + 1 < end) {
      const rest = firstToken + 1;
      let comma = false;
      for (let i = rest; i < end; i++) comma ||= this.tokens[i]!.text === ',';
      // "When it rained, the match was stopped" is not one clause: it stays whole.
      if (!comma && this.verbIn(rest, end) > rest) firstToken = rest;
    }
    tokenEnd = this.beforeLooseEnd(firstToken, tokenEnd);
    const atWord = (): void => {
      while (
        tokenEnd > firstToken &&
        !this.tokens[tokenEnd - 1]!.word &&
        !/^[%)\]]$/.test(this.tokens[tokenEnd - 1]!.text)
      )
        tokenEnd--;
    };
    atWord();
    if (tokenEnd > firstToken) tokenEnd = this.beforeTag(firstToken, tokenEnd);
    atWord();
    return { firstToken, tokenEnd };
  }

  /** How well a stretch stands alone: a named subject, a finite verb, both ends at a boundary, a good length. */
  clarityOf({ firstToken, tokenEnd }: TokenRange, sentence: TokenRange): number {
    const first = this.tokens[firstToken]!;
    const last = this.tokens[tokenEnd - 1]!;
    let count = 0;
    for (let i = firstToken; i < tokenEnd; i++) if (this.tokens[i]!.word) count++;
    let clarity = 0;
    const verb = this.verbIn(firstToken, tokenEnd);
    clarity += verb > firstToken ? 0.5 : -0.3;
    // "The mayor said on Friday" keeps back what was said.
    if (verb >= 0 && this.isReporting(verb) && !this.isTold(verb + 1, tokenEnd)) clarity -= 0.7;
    // A pronoun before the verb has its name elsewhere.
    for (let i = firstToken; i < (verb < 0 ? tokenEnd : verb); i++) {
      if (!this.words.pronouns.has(this.tokens[i]!.normal)) continue;
      // "This law" names something, if not all of it.
      const named = /^(?:NOUN|ADJ|PROPN)$/.test(this.tokens[i + 1]?.pos ?? '');
      clarity -= i === firstToken && !named ? 0.45 : 0.15;
      break;
    }
    if (this.words.open.has(first.normal) || this.words.factual.has(first.normal)) {
      // "After the war, the club …" is a sentence; "after the war ended" is none.
      clarity -= sentence.firstToken === firstToken && sentence.tokenEnd <= tokenEnd + 1 ? 0.1 : 0.8;
    }
    // "It rests on | what bill is enacted": a question that somebody leaves open is no claim, whatever else is taken.
    const asks = this.map.classes[firstToken] === CLASS.wh || first.normal === 'whether';
    if (asks && firstToken > sentence.firstToken) clarity -= 0.7;
    // "That the exits be locked" is asked for, and not told.
    for (let i = firstToken + 1; i < tokenEnd; i++)
      if (this.tokens[i]!.normal === 'be' && /^(?:NOUN|PROPN|PRON)$/.test(this.tokens[i - 1]!.pos))
        clarity -= 0.5;
    if (first.pos === 'PROPN') clarity += 0.1;
    const before = this.tokens[firstToken - 1];
    const opens =
      firstToken <= sentence.firstToken ||
      !before?.word ||
      this.afterLeadIn(firstToken - 1, firstToken) === firstToken ||
      this.words.factual.has(before.normal) ||
      this.words.reporting.has(before.normal);
    if (!opens) clarity -= 0.3;
    // "The guard, | Tomas Eklund, was arrested": the name only stands beside the subject.
    let beside = -1;
    for (let i = verb - 1; before?.text === ',' && i > firstToken; i--)
      if (this.tokens[i]!.text === ',') beside = i;
    if (beside >= 0 && verb - beside <= 2) clarity -= 0.5;
    const next = this.tokens[tokenEnd];
    // "NATO was formed in 1949 | with twelve members": what is dated is told.
    const dated = YEAR.test(last.text) && next?.pos === 'ADP' && next.normal !== 'of';
    if (tokenEnd < sentence.tokenEnd && next?.word) {
      clarity -= this.words.joints.has(next.normal) ? 0.05 : dated ? 0.15 : 0.45;
    }
    if (this.words.noEnding.has(last.normal)) clarity -= 0.5;
    if (this.words.reporting.has(last.normal)) clarity -= 0.4;
    if (count < FEWEST_WORDS) clarity -= 0.15 * (FEWEST_WORDS - count);
    if (count > EASY_WORDS) clarity -= 0.012 * (Math.min(count, MOST_WORDS) - EASY_WORDS);
    if (count > MOST_WORDS) clarity -= Math.min(0.5, 0.03 * (count - MOST_WORDS));
    return clarity;
  }
}
