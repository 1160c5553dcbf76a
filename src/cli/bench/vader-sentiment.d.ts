/** The package ships no types; this is the one call that the speed bench makes. */
declare module 'vader-sentiment' {
  const vader: {
    SentimentIntensityAnalyzer: { polarity_scores(text: string): Record<string, number> };
  };
  export default vader;
}
