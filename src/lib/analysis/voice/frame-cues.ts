/** Phrases that name whose view follows: "according to", "from Rome's perspective", "for Rome, …", "reportedly". */
import type { TokenRange } from '$lib/text/document';
import { readAsFrame } from './as-frames';
import { finiteAt, isNominal, opensPhrase, phraseEnd, verbGroupAt } from './clauses';
import { CUE, phraseAt } from './cue-lexicon';
import { range, type Finding } from './finding';
import { aroundFrame, clauseStart, LEADING, secondHolder } from './frame-content';
import { type Scene } from './content';
import { contentEnd } from './content-end';
import { readDocumentFrame, readLabel } from './document-frames';
import { quotationAt } from './quotations';
import { FORM } from './verb-forms';
import { CLASS } from './word-classes';

/** Finds viewpoint frames in one sentence. */
export function readFrames(
  scene: Scene,
  sentence: number,
  first: number,
  last: number,
  out: Finding[]
): void {
  const { map, lexicon, quotations, cues } = scene;
  const { tokens, classes } = map;
  const push = (
    rule: string,
    contents: readonly TokenRange[],
    holder: TokenRange | null,
    cue: TokenRange,
    also: TokenRange | null = null
  ): void => {
    if (contents.length === 0) return;
    out.push({
      sentence,
      contents,
      holder,
      cue,
      rule: `voice/${rule}`,
      also,
      polarity: 'affirm',
      hedged: false,
      kind: rule
    });
  };
  for (let at = first; at < last; at++) {
    if (at > first && (cues[at]! & CUE.frame) === 0) continue;
    const token = tokens[at]!;
    if (!token.word) continue;
    const quotation = quotationAt(quotations, at);
    const from = quotation ? Math.max(first, quotation.firstToken + 1) : first;
    const end = quotation ? Math.min(last, quotation.tokenEnd - 1) : last;
    const { normal } = token;
    const long = phraseAt(lexicon.holderAfter.get(normal), tokens, at, end);
    if (long > 0 && !(token.lemma === 'cite' && endsWords(out, at))) {
      // "according to our information": the writer's own.
      const own = /^(?:my|our)$/.test(tokens[at + long]?.normal ?? '');
      const holder = range(at + long, own ? at + long : throughParticiple(scene, at + long, end));
      if (holder.tokenEnd > holder.firstToken) {
        push(
          'according-to',
          aroundFrame(scene, at, holder.tokenEnd, from, end),
          holder,
          range(at, at + long)
        );
        at = holder.tokenEnd - 1;
        continue;
      }
    }
    if (normal === 'as') {
      const frame = readAsFrame(scene, at, from, end);
      if (frame) {
        // The comma before "as" closes the content; "as" itself would seem to open a clause.
        const open = at > from && classes[at - 1] === CLASS.comma ? at - 1 : at;
        push(
          'according-to',
          aroundFrame(scene, open, frame.stop, from, end),
          frame.holder,
          range(at, frame.stop)
        );
        at = frame.stop - 1;
        continue;
      }
    }
    if (LEADING.has(normal) && opensPhrase(classes[at + 1] ?? CLASS.stop)) {
      const frame = readPerspective(scene, at, end);
      if (frame) {
        const also = classes[frame.stop] === CLASS.comma ? secondHolder(scene, frame.stop + 1, end) : null;
        push(
          'viewpoint',
          aroundFrame(scene, at, frame.stop, from, end),
          frame.holder,
          range(at, frame.stop),
          also
        );
        at = frame.stop - 1;
        continue;
      }
    }
    if (normal === 'for' && (at === from || classes[at - 1] === CLASS.conjunction)) {
      const stop = phraseEnd(map, at + 1, end);
      const head = classes[at + 1];
      const holds =
        head === CLASS.name ||
        lexicon.words.viewOwners.has(tokens[at + 1]?.normal ?? '') ||
        (head === CLASS.determiner && classes[at + 2] === CLASS.name);
      if (holds && stop > at + 1 && classes[stop] === CLASS.comma && stop + 2 < end) {
        push(
          'viewpoint',
          [range(stop + 1, contentEnd(scene, stop + 1, end))],
          range(at + 1, stop),
          range(at, at + 1)
        );
        at = stop;
        continue;
      }
    }
    if (at === first) {
      const label = readLabel(scene, at, end);
      if (label) {
        push('document', [range(label.tokenEnd + 1, end)], label, range(label.tokenEnd, label.tokenEnd + 1));
        at = label.tokenEnd;
        continue;
      }
    }
    if ((normal === 'in' || normal === 'per') && at === from) {
      const document = readDocumentFrame(scene, at, end);
      if (document) {
        push(
          'document',
          [range(document.tokenEnd + 1, contentEnd(scene, document.tokenEnd + 1, end))],
          document,
          range(at, at + 1)
        );
        at = document.tokenEnd;
        continue;
      }
    }
    if (lexicon.hearsay.has(normal)) {
      const open = clauseStart(scene, at, from);
      push('hearsay', [range(open, contentEnd(scene, at, end))], null, range(at, at + 1));
      continue;
    }
    if (
      lexicon.perceived.has(normal) &&
      (isNominal(classes[at + 1] ?? CLASS.stop) || classes[at + 1] === CLASS.adjective)
    ) {
      const before = classes[at - 1];
      if (
        before === CLASS.be ||
        before === CLASS.have ||
        before === CLASS.modal ||
        before === CLASS.pronoun ||
        before === CLASS.name ||
        // "The senator claimed fraud was common": the verb of a clause.
        (before === CLASS.noun && finiteAt(map, at) !== null)
      )
        continue;
      const open = at > from && (before === CLASS.determiner || before === CLASS.possessive) ? at - 1 : at;
      let stop = phraseEnd(map, at + 1, end, false);
      if (tokens[stop]?.normal === 'of' && stop + 1 < end)
        stop = Math.max(stop, phraseEnd(map, stop + 1, end, false));
      if (stop > at + 1) push('perceived', [range(open, stop)], null, range(at, at + 1));
    }
  }
}

/** End of "accounts filed in Delaware": a phrase with the participle that says which one it is. */
function throughParticiple({ map }: Scene, start: number, end: number): number {
  const stop = phraseEnd(map, start, end);
  const group = verbGroupAt(map, stop);
  if (stop === start || !group || group.start !== stop || group.end - stop > 1) return stop;
  if ((group.form & FORM.participle) === 0 || map.classes[group.end] !== CLASS.preposition) return stop;
  const last = phraseEnd(map, group.end + 1, end);
  return last > group.end + 1 ? last : stop;
}

/** "She said the mill was safe, citing a report": she cites it, and the report says nothing of her. */
function endsWords(found: readonly Finding[], at: number): boolean {
  return found.some(({ contents, rule }) => {
    const end = contents.at(-1)!.tokenEnd;
    return rule === 'voice/reporting-verb' && (end === at || end === at - 1);
  });
}

/** "from Rome's perspective", "in his view", "from a Roman viewpoint". */
function readPerspective(scene: Scene, at: number, end: number): { holder: TokenRange; stop: number } | null {
  const { map, lexicon } = scene;
  const { tokens, classes } = map;
  const limit = Math.min(end, at + 9);
  let possessive = -1;
  for (let k = at + 1; k < limit; k++) {
    const code = classes[k]!;
    // "In my view": the writer's own.
    if (code === CLASS.possessive && /^(?:my|our)$/.test(tokens[k]!.normal)) return null;
    if (code === CLASS.possessive) possessive = k;
    const length = isNominal(code) ? phraseAt(lexicon.perspective.get(tokens[k]!.normal), tokens, k, end) : 0;
    if (length > 0) {
      const adjective =
        possessive < 0 && tokens[at]!.normal === 'from' && classes[at + 1] === CLASS.determiner && k > at + 2;
      if (possessive < 0 && !adjective) return null;
      const next = classes[k + length];
      if (next === CLASS.noun || next === CLASS.name) return null;
      const own = possessive >= 0 && tokens[possessive]!.text.length <= 2 ? possessive : possessive + 1;
      return {
        holder: adjective ? range(at + 2, k) : range(at + 1, Math.max(at + 2, own)),
        stop: k + length
      };
    }
    if (!opensPhrase(code) && code !== CLASS.preposition) return null;
  }
  return null;
}
