import type { Knowledge } from '$lib/lexicons/knowledge';
import { wordSet } from '../word-kinds';

/** Sets of words that the readers of cues tell apart; see the lists whose names begin with `words-`. */
export interface CueWords {
  readonly addressed: ReadonlySet<string>;
  readonly describing: ReadonlySet<string>;
  readonly obliged: ReadonlySet<string>;
  readonly awaited: ReadonlySet<string>;
  readonly observed: ReadonlySet<string>;
  readonly deedOrView: ReadonlySet<string>;
  readonly act: ReadonlySet<string>;
  /** Verbs that give a name: "what he called a betrayal". */
  readonly naming: ReadonlySet<string>;
  /** Verbs that say a figure: "put the toll at 35". */
  readonly putting: ReadonlySet<string>;
  /** What a figure may be given for: "the toll". */
  readonly measured: ReadonlySet<string>;
  /** What is asked for: who denies it refuses it. */
  readonly granted: ReadonlySet<string>;
  /** What says that something was voted on. */
  readonly ballots: ReadonlySet<string>;
  /** What a court finds somebody. */
  readonly verdicts: ReadonlySet<string>;
  readonly comment: ReadonlySet<string>;
  readonly light: ReadonlySet<string>;
  readonly control: ReadonlySet<string>;
  readonly copula: ReadonlySet<string>;
  readonly alleging: ReadonlySet<string>;
  readonly nobody: ReadonlySet<string>;
  /** Nouns for one person that do not end as such nouns do. */
  readonly somebody: ReadonlySet<string>;
  /** Nouns for one person by what they do ("mayor"). */
  readonly roles: ReadonlySet<string>;
  /** When something was: days, months, and the spans that "last" and "next" stand before. */
  readonly weekdays: ReadonlySet<string>;
  readonly months: ReadonlySet<string>;
  readonly spans: ReadonlySet<string>;
  /** Pronouns for a person, for a thing and for several. */
  readonly persons: ReadonlySet<string>;
  readonly things: ReadonlySet<string>;
  readonly groups: ReadonlySet<string>;
  /** The writer or the reader; what points at something told; what alone is nobody. */
  readonly selves: ReadonlySet<string>;
  readonly demonstratives: ReadonlySet<string>;
  readonly empty: ReadonlySet<string>;
  /** Nouns that end as a deed or a quality does and are a body of people ("government"). */
  readonly bodies: ReadonlySet<string>;
  /** Nouns for several people, and nouns that end as those do and are none ("doors"). */
  readonly people: ReadonlySet<string>;
  readonly nonPeople: ReadonlySet<string>;
  /** Whose view "for many, …" may name. */
  readonly viewOwners: ReadonlySet<string>;
  /** What takes a verb without "s". */
  readonly plurals: ReadonlySet<string>;
  /** Words that open a clause: about the time, against what was said, before the main one. */
  readonly meanwhile: ReadonlySet<string>;
  readonly contrasts: ReadonlySet<string>;
  readonly leading: ReadonlySet<string>;
  /** Prepositions from a feeling, and from a noun of speech, to what it is about. */
  readonly feelingLinks: ReadonlySet<string>;
  readonly nounLinks: ReadonlySet<string>;
  /** Prepositions from a person's name to when and where they spoke. */
  readonly occasionLinks: ReadonlySet<string>;
}

/** The sets of one knowledge. */
export function cueWords(knowledge: Knowledge): CueWords {
  const verbs = (category: string) => wordSet(knowledge, 'words-cue-verbs', category);
  const nouns = (category: string) => wordSet(knowledge, 'words-cue-nouns', category);
  const voice = (category: string) => wordSet(knowledge, 'words-voice', category);
  const figures = (category: string) => wordSet(knowledge, 'words-figures', category);
  const pronouns = (category: string) => wordSet(knowledge, 'words-pronouns', category);
  return {
    addressed: verbs('addressed'),
    describing: verbs('describing'),
    obliged: verbs('obliged'),
    awaited: verbs('awaited'),
    observed: verbs('observed'),
    deedOrView: verbs('deed-or-view'),
    act: verbs('act'),
    naming: verbs('naming'),
    putting: verbs('putting'),
    measured: nouns('measured'),
    granted: nouns('granted'),
    ballots: voice('ballot'),
    verdicts: voice('verdict'),
    comment: verbs('comment'),
    light: wordSet(knowledge, 'words-light-verbs', 'light'),
    control: wordSet(knowledge, 'words-control-verbs', 'control'),
    copula: wordSet(knowledge, 'words-copulas', 'copula'),
    alleging: nouns('alleging'),
    nobody: nouns('nobody'),
    somebody: voice('somebody'),
    roles: wordSet(knowledge, 'claim-person-titles', 'title'),
    weekdays: figures('weekday'),
    months: figures('month'),
    spans: figures('span'),
    persons: pronouns('person'),
    things: pronouns('thing'),
    groups: pronouns('group'),
    selves: voice('self'),
    demonstratives: voice('demonstrative'),
    empty: voice('empty'),
    bodies: voice('body'),
    people: voice('people'),
    nonPeople: voice('thing'),
    viewOwners: voice('view-owner'),
    plurals: voice('plural-subject'),
    meanwhile: voice('meanwhile'),
    contrasts: voice('contrast'),
    leading: voice('leading'),
    feelingLinks: voice('adjective-link'),
    nounLinks: voice('noun-link'),
    occasionLinks: voice('occasion-link')
  };
}
