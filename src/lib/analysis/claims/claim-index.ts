import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Reading } from '../reading';
import { matchAccounts, type AccountMatch } from './account-match';
import { namesIn, nounsIn, tellOneEvent, tellOtherEvents, type EventWords } from './account-ties';
import { isMember, keyIn } from './bags';
import { LinkList } from './link-list';
import { isSameClaim, matchPair, shiftedScore, type PairMatch } from './pair-match';
import { readPairSide, type PairSide } from './pair-features';
import { Postings } from './postings';
import { closenessOfSides, scoreSides } from './score-texts';
import { readTerms } from './terms';
import { personsIn, readToldTerms } from './told-deeds';
import { matchRoles } from './unit-roles';
import type { Unit } from './unit';
import { readUnits } from './units';
import { KIND, Vocabulary } from './vocabulary';
import { polarity } from './conflict-deeds';
import { meetingOf, type Meeting } from './conflict-tellings';
import { CLUSTERS } from './cluster-weights';
import { wordKeys } from './word-keys';
import { wordSet } from '../word-kinds';

/** One document of a comparison. */
export interface ComparedDocument {
  readonly id: string;
  readonly reading: Reading;
}

/** Two statements that were compared, by number, the earlier first. */
export interface Link {
  readonly a: number;
  readonly b: number;
  readonly pair: PairMatch;
  /** They make the same claim; otherwise they are related. */
  readonly same: boolean;
}

/** Partners looked at closely for each statement. */
const SHORTLIST = 80;
/** Earlier statements that a statement is tied to: more say the same through each other. */
const MOST_LINKS = 16;
/** Earlier statements that tell a deed of the same class. */
const MOST_TELLERS = 64;
/** More documents than are kept. */
const MOST_KEPT = 1024;

/**
 * The statements of a growing collection, by what they speak of. Adding a document costs what its own
 * candidates cost, however many documents came before; nothing of its reading is kept but its text.
 */
export class ClaimIndex {
  readonly vocabulary: Vocabulary;
  readonly units: Unit[] = [];
  readonly documents: { readonly id: string; readonly text: string }[] = [];
  /** Pairs that make the same claim, each statement's best ones, with their scores. */
  readonly links = new LinkList();
  readonly #postings: Postings;
  /** Names and nouns of each document, and which pairs tell one event; only while readings are kept. */
  readonly #events: EventWords[] = [];
  readonly #ties = new Map<number, boolean>();
  /** The latest statements that tell a deed of the news, by its class. */
  readonly #tellers = new Map<string, number[]>();
  /** The same for clauses of any kind, by their deed, and by the measure of their figure. */
  readonly #clauses = new Map<string, number[]>();

  /** Sides for the second opinion, read when they are first asked for; only while readings are kept. */
  readonly #sides = new WeakMap<Unit, () => PairSide>();

  /**
   * @param keepReadings whether readings may be kept, for a second opinion by the scorer of whole texts on pairs
   *   that fall short by their words; without it memory does not grow with what the texts hold
   */
  constructor(
    private readonly knowledge: Knowledge,
    private readonly keepReadings = false
  ) {
    this.vocabulary = new Vocabulary(wordKeys(knowledge));
    this.#postings = new Postings(this.vocabulary);
  }

  /**
   * Takes in one document or several, and answers their matches with what came before and with each other. How
   * rare a word is, is counted before the first of them is matched.
   */
  add(documents: Iterable<ComparedDocument>): Link[] {
    const fresh: Unit[] = [];
    const list = [...documents];
    for (const { reading } of list) {
      const terms = readToldTerms(reading, readTerms(reading, this.knowledge), this.knowledge);
      // Who is named in full anywhere is known by surname in all of them.
      for (const person of personsIn(terms)) this.vocabulary.idOf(person);
    }
    for (const { id, reading } of list) {
      const units = readUnits(
        reading,
        this.documents.length,
        this.knowledge,
        this.vocabulary,
        this.keepReadings
      );
      this.documents.push({ id, text: reading.document.text });
      if (this.keepReadings)
        this.#events.push({
          names: namesIn(reading, this.knowledge),
          nouns: nounsIn(reading, readTerms(reading, this.knowledge))
        });
      for (const unit of units) {
        if (!unit.quiet) this.vocabulary.count(unit.bag.filter(isMember).map(keyIn));
        fresh.push(unit);
        if (this.keepReadings) this.#sides.set(unit, this.#sideOf(unit, reading));
      }
    }
    const found: Link[] = [];
    for (const unit of fresh) {
      const b = this.units.length;
      const own: Link[] = [];
      const tellers = this.#tellersOf(unit);
      const clauses = this.#clausesOf(unit);
      const shortlist = unit.quiet ? [] : this.#postings.search(unit.bag, SHORTLIST);
      for (const a of new Set([...shortlist, ...tellers, ...clauses.flat()])) {
        const match = this.compare(this.units[a]!, unit);
        if (match && (match.same || shiftedScore(match.pair) >= CLUSTERS.looselyMatched))
          own.push({ a, b, ...match });
      }
      this.units.push(unit);
      if (unit.quiet) this.#postings.add([]);
      else this.#postings.add(unit.bag);
      tellers.push(b);
      for (const list of clauses) list.push(b);
      for (const link of own) found.push(link);
      own
        .filter(({ same }) => same)
        .sort((x, y) => y.pair.score - x.pair.score || x.a - y.a)
        .slice(0, MOST_LINKS)
        .forEach(({ a, pair }) => this.links.add(a, b, pair.score));
    }
    return found;
  }

  /** Statements taken in so far that are likeliest to say what a unit says, the likeliest first. */
  candidates(unit: Unit, most = SHORTLIST): number[] {
    return this.#postings.search(unit.bag, most);
  }

  #sideOf({ firstToken, tokenEnd }: Unit, reading: Reading): () => PairSide {
    let side: PairSide | null = null;
    return () => (side ??= readPairSide({ reading, firstToken, tokenEnd }, this.knowledge));
  }

  /** Statements that tell the same class of deed, the latest ones; a list of its own where none can be asked. */
  #tellersOf({ account }: Unit): number[] {
    if (!account || !this.keepReadings) return [];
    let tellers = this.#tellers.get(account.deed);
    if (!tellers) this.#tellers.set(account.deed, (tellers = []));
    if (tellers.length > MOST_TELLERS) tellers.splice(0, tellers.length - MOST_TELLERS);
    return tellers;
  }

  /** Statements with a clause on the same deed or with a figure of the same measure, a list for each, the latest ones. */
  #clausesOf({ tellings }: Unit): number[][] {
    const names = new Set(
      tellings.map((told) => (told.of === 'deed' ? told.about : `#${told.figure.measure}`))
    );
    return [...names].map((name) => {
      let list = this.#clauses.get(name);
      if (!list) this.#clauses.set(name, (list = []));
      if (list.length > MOST_TELLERS) list.splice(0, list.length - MOST_TELLERS);
      return list;
    });
  }

  /** Whether two documents tell one event, as far as their names say. */
  #tellOneEvent(a: number, b: number): boolean {
    const [x, y] = a < b ? [a, b] : [b, a];
    const place = y * MOST_KEPT + x;
    let sameEvent = this.#ties.get(place);
    if (sameEvent === undefined)
      this.#ties.set(place, (sameEvent = tellOneEvent(this.#events[x]!, this.#events[y]!)));
    return sameEvent;
  }

  #tellOtherEvents(a: number, b: number): boolean {
    const [here, there] = [this.#events[a], this.#events[b]];
    return here !== undefined && there !== undefined && tellOtherEvents(here, there);
  }

  /** Whether a statement names nobody, so that only its text says which event it tells. */
  #isAnonymous({ bag }: Unit): boolean {
    return !bag.some((entry) => isMember(entry) && this.vocabulary.kindOf(keyIn(entry)) === KIND.actor);
  }

  /** The clauses by which two statements of one event tell one deed or figure; null where they need not. */
  toldBy(a: Unit, b: Unit): Meeting | null {
    if (a.tellings.length === 0 || b.tellings.length === 0 || a.document === b.document) return null;
    if (!this.#tellOneEvent(a.document, b.document)) return null;
    return meetingOf(a, b);
  }

  /** How two statements of two documents tell one deed of the news; null where they need not. */
  account(a: Unit, b: Unit): AccountMatch | null {
    if (!a.account || !b.account || a.account.deed !== b.account.deed || a.document === b.document)
      return null;
    const unsure = ({ hedged, account }: Unit): boolean => hedged && !account!.reported;
    if (unsure(a) || unsure(b) || this.#events.length === 0) return null;
    if (
      a.account.years.join() !== b.account.years.join() ||
      (a.account.deed === 'level' && a.facts.imagined !== b.facts.imagined)
    )
      return null;
    const sameEvent = this.#tellOneEvent(a.document, b.document);
    const work = wordSet(this.knowledge, 'words-accounts', 'workforce');
    return matchAccounts(a.account, b.account, { sameEvent }, (head) => work.has(head));
  }

  /** How two statements match. */
  match(a: Unit, b: Unit): PairMatch {
    const pair = matchPair(a, b, this.vocabulary);
    if (this.account(a, b) || this.toldBy(a, b))
      return { ...pair, score: Math.max(pair.score, CLUSTERS.match), sameAccount: true };
    if (a.members && a.members.of === b.members?.of)
      return { ...pair, score: Math.max(pair.score, CLUSTERS.match), sameMembers: true };
    if (pair.score < CLUSTERS.askedAgain || pair.otherYear || isSameClaim(pair)) return pair;
    if (matchRoles(a, b, this.vocabulary).otherObject) return pair;
    const [x, y] = [this.#sides.get(a), this.#sides.get(b)];
    if (!x || !y || a.facts.describes !== b.facts.describes) return pair;
    const same = scoreSides(x(), y());
    if (same < CLUSTERS.surelySame || same * closenessOfSides(x(), y()) < CLUSTERS.surelyClose) return pair;
    return { ...pair, score: Math.max(pair.score, CLUSTERS.match), seconded: true };
  }

  /** How two statements match, and whether they are one claim; null for two of one sentence, which are never matched. */
  compare(a: Unit, b: Unit): { readonly pair: PairMatch; readonly same: boolean } | null {
    if (a.document === b.document && a.sentence === b.sentence) return null;
    // What is too short to be matched by its words meets only what tells the same deed or figure.
    if ((a.quiet || b.quiet) && !this.toldBy(a, b) && !this.account(a, b)) return null;
    const pair = this.match(a, b);
    // "Nobody was hurt" is told of many events.
    if (this.#isAnonymous(a) && this.#isAnonymous(b) && this.#tellOtherEvents(a.document, b.document))
      return { pair, same: false };
    // A claim and its denial are one claim only when the conflict can be shown.
    const same =
      isSameClaim(pair) && (a.denied === b.denied || pair.sameAccount || polarity(a, b, pair) !== null);
    return { pair, same };
  }
}
