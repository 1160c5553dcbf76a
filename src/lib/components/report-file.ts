/** The report as one HTML file that opens from anywhere: its styles inside, no script, nothing asked for. */
import { render } from 'svelte/server';
import type { ReportView } from '$lib/view/report';
import ReportPage from './ReportPage.svelte';
import styles from './report.css?inline';

/** Where the report stands in the app. */
export interface ReportPlace {
  /** The dashboard it belongs to. */
  readonly back: string;
  /** Where the same report is to be had as a file. */
  readonly file: string;
}

/** Keeps even a mended or copied file from asking for anything. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
/** What Svelte leaves for scripts, of which there are none here. Words of a text cannot look like it: `<` is escaped. */
const MARKERS = /<!--[^<>]*-->/gu;

function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;');
}

/**
 * Writes the report as HTML. The same view gives the same bytes.
 *
 * @param place for the page of the app, which also follows the reader's choice of light or dark; null for a file
 */
export function reportHtml(view: ReportView, place: ReportPlace | null): string {
  const { body } = render(ReportPage, { props: { view, links: place } });
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8" />',
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<meta name="color-scheme" content="light dark" />',
    `<meta name="generator" content="Parallax ${escaped(view.overview.engine.version)}" />`,
    ...(place
      ? ['<link rel="icon" href="/favicon.svg" />', '<script src="/theme.js"></script>']
      : [`<meta http-equiv="content-security-policy" content="${POLICY}" />`]),
    `<title>${escaped(view.about.title)} · Parallax report</title>`,
    `<style>${styles.replace(/<\//gu, '<\\/')}</style>`,
    '</head>',
    '<body>',
    body.replace(MARKERS, ''),
    '</body>',
    '</html>',
    ''
  ].join('\n');
}
