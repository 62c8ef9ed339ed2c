// A resolved page → `<route>.json`: the exported model of the page in all languages.

import type { ResolvedPage } from '../../compiler/model/index.ts';
import { LineIndex } from '../../compiler/source/index.ts';
import { exportPage } from '../export/index.ts';

/** Increased when a field changes its meaning or is removed. */
export const pageVersion = 1;

/**
 * The text of the file. Places in source files are left out, since they change with other pages. The code of the
 * samples stands beside the paths that the blocks name.
 */
export function writePageJson(page: ResolvedPage): string {
  const samples = page.blocks.flatMap(({ panels }) => panels.flatMap((panel) => [...panel.samples.values()]));
  const data = {
    format: 'stele-page',
    version: pageVersion,
    ...exportPage(page, new LineIndex()),
    samples: Object.fromEntries(samples.map(({ file, text }) => [file.path, text])),
  };
  return `${JSON.stringify(data, (key, value: unknown) => (key === 'origin' ? undefined : value))}\n`;
}
