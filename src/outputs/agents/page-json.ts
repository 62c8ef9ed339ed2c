// A resolved page → `<route>.json`: the exported model of the page in all languages.

import type { ResolvedPage, ResolvedPanel, SiteConfig } from '../../compiler/model/index.ts';
import { dataSchemas, pageDataName } from '../../compiler/source/index.ts';
import { exportPage } from '../export/index.ts';
import { placeOf } from './place-of.ts';

/** Increased when a field changes its meaning or is removed. */
export const pageVersion = 1;

/**
 * The text of the file. Places in source files are left out, since they change with other pages. The code of the
 * samples stands beside the paths that the blocks name.
 */
export function writePageJson(page: ResolvedPage, site: SiteConfig): string {
  const panels = page.blocks.flatMap((block) => block.panels);
  const samples = panels.flatMap((panel) => [...panel.samples.values()]);
  const data = {
    $schema: placeOf(site, pageDataName(page.route), dataSchemas.page),
    format: 'stele-page',
    version: pageVersion,
    ...exportPage(page, undefined),
    samples: Object.fromEntries(samples.map(({ file, text }) => [file.path, text])),
    ...regionsOf(panels),
  };
  return `${JSON.stringify(data)}\n`;
}

/** The regions of samples that panels show, by path and name. */
function regionsOf(panels: readonly ResolvedPanel[]): { readonly regions?: object } {
  const regions = new Map<string, Record<string, string>>();
  for (const { region, samples } of panels) {
    if (region === undefined) continue;
    for (const { file, regions: texts } of samples.values()) {
      const text = texts.get(region);
      if (text !== undefined) regions.set(file.path, { ...regions.get(file.path), [region]: text });
    }
  }
  return regions.size === 0 ? {} : { regions: Object.fromEntries(regions) };
}
