import type { Knowledge } from './knowledge';
export const knowledge: Knowledge = { hash: 'sha256:none', lexicons: {} };
