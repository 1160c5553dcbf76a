/** What other JavaScript tools do with the same texts: the peers of the speed bench. */
import nlp from 'compromise';
import vader from 'vader-sentiment';

export const peers: Readonly<Record<string, (text: string) => void>> = {
  /** Sentences and tags, read out. */
  compromise: (text) => void nlp(text).json(),
  /** Sentiment of each sentence, which is all it does. */
  vader: (text) => {
    for (const sentence of text.split(/(?<=[.!?])\s/u)) {
      vader.SentimentIntensityAnalyzer.polarity_scores(sentence);
    }
  }
};
