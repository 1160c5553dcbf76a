/** What a report holds, as its contents list names it. */
import { drawnActors } from './actors';
import type { ReportView } from './report';
import { speakerRows } from './speakers';

export interface ReportChapter {
  /** Id of its heading. */
  readonly id: string;
  readonly name: string;
}

/** The chapters of a report, in order; one that has nothing to say is left out, as it is on the page. */
export function reportContents(view: ReportView): ReportChapter[] {
  const { overview, sentences, metrics } = view;
  const several = overview.sources.length > 1;
  const voices = overview.keyness.length > 0 || speakerRows(overview).length > 0;
  const told = overview.documents.some(({ tone }) => tone?.status === 'ok');
  const chapters: readonly (readonly [boolean, string, string])[] = [
    [true, 'findings', 'Where they differ most'],
    [sentences.length > 0, 'differences', 'How far apart'],
    [metrics.length > 0, 'metrics', 'How it is told'],
    [overview.contested.length > 0, 'contested', 'Contested claims'],
    [true, 'conflicts', 'Conflicts'],
    [several, 'shared', 'Shared and left out'],
    [voices, 'voices', 'Words and speakers'],
    [drawnActors(overview.actors, 1).length > 0, 'actors', 'Actors'],
    [told, 'tone', 'Tone'],
    [true, 'sources', 'The sources'],
    [true, 'methods', 'Methods and limits']
  ];
  return chapters.flatMap(([there, id, name]) => (there ? [{ id, name }] : []));
}
