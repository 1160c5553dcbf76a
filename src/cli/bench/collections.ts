/** Collections of any size, made from the articles of a bench by resampling their sentences within a topic. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { seeded, shuffled } from './seeded';

/** An article of a bench: its text and where its sentences stand in it. */
export interface Article {
  readonly text: string;
  readonly sentences: readonly (readonly [start: number, end: number])[];
  /** Articles of one topic tell of the same event; an article without a topic is one of its own. */
  readonly topic: string;
}

/** Files with whole articles. */
export const SOURCES = ['news-triples-basil', 'attribution-polnear'];

interface Row {
  readonly id: string;
  readonly text: string;
  readonly triple?: string;
  readonly sentences?: readonly (readonly [number, number])[];
}

/** The articles of a folder; none when it holds none of the files. */
export function articlesIn(folder: string): Article[] {
  return SOURCES.map((name) => join(folder, `${name}.jsonl`))
    .filter((file) => existsSync(file))
    .flatMap((file) => readFileSync(file, 'utf8').trim().split('\n'))
    .map((line) => {
      const { id, text, triple, sentences } = JSON.parse(line) as Row;
      return { text, sentences: sentences ?? [[0, text.length]], topic: triple ?? id };
    });
}

/**
 * Texts of a collection. Topics take turns; each text is as long as one of its topic's articles and holds that
 * many of the topic's sentences, each at most once, in an order of its own.
 */
export function* resample(articles: readonly Article[], count: number, seed: number): Generator<string> {
  const topics = new Map<string, Article[]>();
  for (const article of articles) topics.set(article.topic, [...(topics.get(article.topic) ?? []), article]);
  const next = seeded(seed);
  const order = shuffled([...topics.values()], next);
  for (let i = 0; i < count; i++) {
    const topic = order[i % order.length]!;
    const pool = topic.flatMap(({ text, sentences }) =>
      sentences.map(([start, end]) => text.slice(start, end).trim())
    );
    const length = topic[Math.floor(next() * topic.length)]!.sentences.length;
    yield shuffled(pool, next).slice(0, length).join(' ');
  }
}
