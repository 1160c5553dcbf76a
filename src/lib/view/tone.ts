/** How the tone of words moves through a text, as marks and sentences. */
import type { Estimate, Tone, ToneWindow, Voice } from '$lib/analysis/audit-schema';
import type { EvidenceTarget } from './evidence';
import { formatInterval, formatNumber, formatSigned, inWords, plural } from './format';
import type { VoiceChoice } from './url-state';

type Measured = Extract<Tone, { status: 'ok' }>;

/** One mean: a stretch of the text in one voice, or in all its words. */
export interface ToneMark {
  /** Place among the windows, from 0. */
  readonly part: number;
  readonly parts: number;
  /** Where it lies in the words of the text, in percent. */
  readonly from: number;
  readonly to: number;
  readonly voice: Voice | null;
  readonly value: number;
  readonly interval: readonly [number, number] | null;
  readonly words: number;
  readonly start: number;
  readonly end: number;
}

const ofVoice = (window: ToneWindow, voice: Voice | null): Estimate =>
  voice === null ? window : window[voice];

/** The marks of a text in the chosen voice; windows in which that voice is silent have none. */
export function toneMarks(tone: Tone, choice: VoiceChoice): ToneMark[] {
  if (tone.status !== 'ok') return [];
  const voices: readonly (Voice | null)[] =
    choice === 'all' ? [null] : choice === 'both' ? ['author', 'attributed'] : [choice];
  const total = tone.windows.reduce((sum, { base }) => sum + base, 0);
  const marks: ToneMark[] = [];
  let before = 0;
  tone.windows.forEach((window, part) => {
    const from = (100 * before) / total;
    before += window.base;
    for (const voice of voices) {
      const { value, interval, base } = ofVoice(window, voice);
      if (value === null) continue;
      const { start, end } = window;
      const to = (100 * before) / total;
      marks.push({
        part,
        parts: tone.windows.length,
        from,
        to,
        voice,
        value,
        interval,
        words: base,
        start,
        end
      });
    }
  });
  return marks;
}

/** One scale for all texts, the same up and down, so that small charts can be compared. */
export function toneScale(tones: readonly (Tone | undefined)[], choice: VoiceChoice): [number, number] {
  const ends = tones.flatMap((tone) =>
    tone ? toneMarks(tone, choice).flatMap(({ value, interval }) => [value, ...(interval ?? [])]) : []
  );
  const most = Math.max(0.2, ...ends.map(Math.abs));
  const reach = Math.min(1, Math.ceil(most * 10) / 10);
  return [-reach, reach];
}

/** The level at which a move counts as more than chance, for one text and beside others (Bonferroni). */
const CHANCE = 0.05;

/** True when the tone of the whole text moves by more than chance gives, with so many texts looked at. */
export function toneMoves(tone: Measured, texts: number): boolean {
  return tone.p < CHANCE / Math.max(1, texts);
}

/** By what is shown of it: 0.003 is shown as 0.00. A tone whose interval holds 0 is not called one or the other. */
const wordsOf = (value: number, interval: ToneMark['interval']): string => {
  const shown = (number: number) => Math.round(100 * number);
  if (shown(value) === 0) return 'neither positive nor negative';
  if (interval && shown(interval[0]) <= 0 && shown(interval[1]) >= 0) return 'too close to neutral to tell';
  return value > 0 ? 'positive' : 'negative';
};

/** What the arc says, in a sentence. */
export function toneSentence(tone: Tone, texts: number): string {
  if (tone.status !== 'ok') return tone.reason;
  if (!toneMoves(tone, texts)) {
    return 'No move beyond what chance would give.';
  }
  const marks = toneMarks(tone, 'all');
  const high = marks.reduce((best, mark) => (mark.value > best.value ? mark : best));
  const low = marks.reduce((best, mark) => (mark.value < best.value ? mark : best));
  const place = ({ part, parts }: ToneMark) => `part ${part + 1} of ${parts}`;
  return `It moves: highest in ${place(high)} (${formatSigned(high.value)}), lowest in ${place(low)} (${formatSigned(low.value)}).`;
}

/** A mark in words: "part 2 of 5, positive, +0.12, 95% interval …, n = 110 words". */
export function toneMarkWords({ part, parts, voice, value, interval, words }: ToneMark): string {
  const whose = voice === null ? '' : voice === 'author' ? ', author’s own words' : ', attributed words';
  return `part ${part + 1} of ${parts}${whose}: ${wordsOf(value, interval)}, ${formatSigned(value)}, 95% interval ${formatInterval(interval, (end) => formatNumber(end, 2))}, n = ${plural(words, 'word')}`;
}

/** Where a mark leads: the rated words of its window. */
export function toneTarget(document: string, { start, end, voice }: ToneMark): EvidenceTarget {
  return { kind: 'tone', document, start, end, voice };
}

/** Which texts move and which do not, as one line above the charts. */
export function toneSummary(tones: readonly (Tone | undefined)[]): string {
  const measured = tones.filter((tone): tone is Measured => tone?.status === 'ok');
  if (measured.length === 0) return 'No text is long enough to see its tone move.';
  const moving = measured.filter((tone) => toneMoves(tone, measured.length)).length;
  const some = moving === 0 ? 'none' : inWords(moving);
  return `The tone moves beyond chance in ${some} of ${measured.length === 1 ? 'one text' : `${inWords(measured.length)} texts`}.`;
}
