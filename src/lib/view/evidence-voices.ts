/** Evidence sheets for marks that stand for stretches of a voice: the tone of a window, the words of a speaker. */
import type { EvidenceSheet, EvidenceTarget } from './evidence';
import { group, inTurns, nothing, type EvidenceContext } from './evidence-groups';
import { plural } from './format';
import { speakerName } from './speakers';
import { toneMarkWords, toneMarks } from './tone';

/** The rated words of one stretch, with what each counts. */
export async function toneSheet(
  { document, start, end, voice }: EvidenceTarget & { kind: 'tone' },
  { overview, source }: EvidenceContext
): Promise<EvidenceSheet> {
  const title = 'Tone of one stretch';
  const tone = overview.documents.find(({ id }) => id === document)?.tone;
  const mark = tone
    ? toneMarks(tone, voice ?? 'all').find((item) => item.start === start && item.end === end)
    : undefined;
  if (!mark) return nothing(title);
  const rated = await source.metric(document, 'sentiment');
  const held = rated.filter(
    (item) => item.start >= start && item.end <= end && (voice === null || item.voice === voice)
  );
  const found = await group(
    document,
    held,
    source,
    `${plural(held.length, 'rated word')} in this stretch. Inside it, each run of one voice in a sentence gets a tone from −1 to 1: the sum of its rated words, set against how many content words it has. The value is their mean, each weighed by its words.`
  );
  const words = toneMarkWords(mark);
  return { title, lede: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`, groups: [found] };
}

/** What a document reports or quotes of one speaker; without a document, all of them, the one with most words first. */
export async function speakerSheet(
  id: string,
  document: string | null,
  { overview, source, atOnce }: EvidenceContext
): Promise<EvidenceSheet> {
  const speaker = overview.speakers.find((item) => item.id === id);
  const shown = new Set(overview.documents.map((item) => item.id));
  const told = (speaker?.documents ?? [])
    .filter(
      (item) => shown.has(item.document) && item.words > 0 && (document ?? item.document) === item.document
    )
    .sort((a, b) => b.words - a.words);
  if (!speaker || told.length === 0) return nothing('A speaker');
  const lede = 'Reported or quoted speech and named views, as the text gives them.';
  return {
    title: `Words of ${speakerName(speaker)}`,
    lede: document === null ? `${lede} ${plural(told.length, 'source')}, most words first.` : lede,
    ...(await inTurns(
      told,
      async (item) => {
        const attributed = await source.metric(item.document, 'attribution');
        const held = attributed.filter(({ holder }) =>
          holder === null ? speaker.name === null : speaker.holders.includes(holder)
        );
        const remark = `${plural(item.words, 'word')} in ${plural(item.passages, 'passage')}.`;
        return group(item.document, held, source, remark);
      },
      atOnce
    ))
  };
}
