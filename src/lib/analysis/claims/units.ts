import type { Knowledge } from '$lib/lexicons/knowledge';
import { readActorNames } from '../compare/actor-names';
import type { Reading } from '../reading';
import { accountPieces, accountsIn } from './account-pieces';
import { NOBODY_NAMED, subjectBefore } from './antecedents';
import { readRoles } from './part-roles';
import { readAccounts } from './read-accounts';
import { readUnit, type UnitSentence } from './read-unit';
import { saidUntrue } from './said-untrue';
import { tellingPieces, tellingsIn } from './telling-pieces';
import { readTerms } from './terms';
import { readTellings } from './told-clauses';
import { readToldTerms, withPersons } from './told-deeds';
import type { Unit } from './unit';
import { readPieces } from './unit-pieces';
import type { Vocabulary } from './vocabulary';

/**
 * The stretches of one document that can be matched, in text order. Linear in the length of the text.
 *
 * @param index number of the document
 * @param told whether short clauses are read, too, for what a text of the same event can contradict
 */
export function readUnits(
  reading: Reading,
  index: number,
  knowledge: Knowledge,
  vocabulary: Vocabulary,
  told = false
): Unit[] {
  const { statements, document } = reading;
  const named = readToldTerms(reading, readTerms(reading, knowledge), knowledge);
  const terms = withPersons(reading, named, (key) => vocabulary.has(key));
  const { facts } = readActorNames(reading, knowledge);
  for (const [actor, { name }] of facts) vocabulary.noteShown(vocabulary.idOf(`@${actor}`), name);
  const roles = readRoles(reading, knowledge);
  const source = { reading, index, knowledge, vocabulary, terms, roles };
  const accounts = readAccounts(reading, terms, knowledge);
  const tellings = told ? readTellings(reading, terms, knowledge) : [];
  const units: Unit[] = [];
  let before = NOBODY_NAMED;
  for (let first = 0, end = 0; first < statements.length; first = end) {
    const at = statements[first]!.sentence;
    while (end < statements.length && statements[end]!.sentence === at) end++;
    const { firstToken, tokenEnd } = document.sentences[at]!;
    const sentence: UnitSentence = {
      index: at,
      firstToken,
      tokenEnd,
      statements: [first, end],
      untruths: saidUntrue(reading, knowledge, document.sentences[at]!),
      deeds: accountsIn(accounts, firstToken, tokenEnd),
      tellings: tellingsIn(tellings, { firstToken, tokenEnd }),
      before
    };
    const plain = readPieces(source, first, end);
    const deeds = accountPieces(reading, sentence.deeds, plain, [first, end], firstToken);
    const short = tellingPieces(reading, sentence.tellings, [...plain, ...deeds], [first, end]);
    for (const piece of [...plain, ...deeds, ...short]) {
      const unit = readUnit(source, sentence, piece);
      if (unit) units.push(unit);
    }
    before = subjectBefore(terms.keys, sentence, { firstToken: tokenEnd }, before);
  }
  return units;
}
