/** What the filters of a page leave, in words. */
import { inWords, plural } from './format';
import { VOICE_CHOICES } from './labels';
import type { ViewState } from './url-state';

interface Left {
  readonly sources: readonly [shown: number, all: number];
  readonly metrics: readonly [shown: number, all: number];
}

function of([shown, all]: readonly [number, number], one: string): string {
  if (shown < all) return `${shown} of ${plural(all, one)}`;
  if (all === 2) return `both ${one}s`;
  return `${all === 1 ? '' : 'all '}${plural(all, one)}`;
}

/**
 * "Shown: 4 of 5 sources, all words, all 13 measures." and what a hidden source still counts for.
 *
 * @param anew the shown sources were compared by themselves, so a hidden one counts for nothing
 */
export function filterWords(
  view: Pick<ViewState, 'voice'>,
  anew: boolean,
  { sources, metrics }: Left
): string {
  const voice = VOICE_CHOICES.find(({ id }) => id === view.voice)?.name ?? '';
  const said = voice.charAt(0).toLowerCase() + voice.slice(1);
  const hidden =
    sources[0] < sources[1] && !anew
      ? ` What they share is counted among these; how far apart they are, ties and distinctive words are still among all ${inWords(sources[1])}.`
      : '';
  return `Shown: ${of(sources, 'source')}, ${said}, ${of(metrics, 'measure')}.${hidden}`;
}
