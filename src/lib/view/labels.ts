/** Words for the engine's terms, the same on every page. */
import type { Certainty, Notice, Polarity, Voice } from '$lib/analysis/audit-schema';
import { joinWords } from './format';
import type { VoiceChoice } from './url-state';

/** The choices of whose words the charts count. */
export const VOICE_CHOICES: readonly {
  readonly id: VoiceChoice;
  readonly name: string;
  readonly meaning: string;
}[] = [
  { id: 'all', name: 'All words', meaning: 'every word of the body text' },
  { id: 'author', name: 'Author’s own', meaning: 'only words the author says as their own' },
  { id: 'attributed', name: 'Attributed', meaning: 'only words the text gives to somebody else' },
  { id: 'both', name: 'Both, side by side', meaning: 'the author’s words and attributed words as two marks' }
];

/** Whose words, how sure, for or against: "attributed to Moscow, hedged, denies". */
export function passageVoice(passage: {
  readonly voice: Voice | null;
  readonly holder: string | null;
  readonly certainty?: Certainty | null;
  readonly polarity?: Polarity | null;
}): string | null {
  if (passage.voice === null) return null;
  const whose =
    passage.voice === 'author'
      ? 'The author’s own words'
      : passage.holder === null
        ? 'Attributed, holder not named'
        : `Attributed to ${passage.holder}`;
  const certainty =
    passage.certainty === 'hedged' ? ', hedged' : passage.certainty === 'plain' ? ', stated plainly' : '';
  const polarity =
    passage.polarity === 'deny' ? ', denying' : passage.polarity === 'affirm' ? ', affirming' : '';
  return `${whose}${certainty}${polarity}`;
}

/** What its rule says of a passage; nothing where that is only whose words they are, which `passageVoice` says. */
export function passageNote({
  rule,
  note,
  voice
}: {
  readonly rule: string | null;
  readonly note: string | null;
  readonly voice: Voice | null;
}): string | null {
  return voice !== null && rule?.startsWith('voice/') ? null : note;
}

const NOTICE_WORDS: Readonly<Record<Notice['code'], string>> = {
  truncated: 'Cut off',
  'not-english': 'Not in English',
  translated: 'May be a translation',
  'no-sentences': 'No sentences found',
  short: 'Short'
};

/** A notice in two or three words; its message says the rest. */
export function noticeWords(code: Notice['code']): string {
  return NOTICE_WORDS[code];
}

const METADATA_WORDS = {
  publisher: 'Publisher',
  author: 'Author',
  published: 'Published',
  retrieved: 'Printed or copied'
} as const;

export type MetadataField = keyof typeof METADATA_WORDS;
export const METADATA_FIELDS: readonly MetadataField[] = ['publisher', 'author', 'published', 'retrieved'];

/** What a source does not show, in words: "publisher, author or date". */
export function absentWords(fields: readonly MetadataField[]): string {
  return joinWords(
    fields.map((field) => (field === 'published' ? 'date' : METADATA_WORDS[field].toLowerCase())),
    'or'
  );
}

/** The name of a metadata field. */
export function metadataWords(field: MetadataField): string {
  return METADATA_WORDS[field];
}
