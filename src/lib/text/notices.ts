import type { Knowledge } from '$lib/lexicons/knowledge';
import type { Document, DocumentNotice } from './document';

type Read = Omit<Document, 'notices'>;

/** What a reader must know about a text before trusting a number from it. */
export function noticesOf(_read: Read, _creditsTranslator: boolean, _knowledge: Knowledge): DocumentNotice[] {
  return [];
}
