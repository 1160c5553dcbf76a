import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';

/** A full wink-nlp pipeline pass with nothing read from it: the yardstick of the speed bench. Counts tokens. */
export function rawPass(): (text: string) => number {
  const nlp = winkNLP(model);
  return (text) => nlp.readDoc(text).tokens().length();
}
