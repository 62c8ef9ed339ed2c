// A number and a seed → a whole content folder as texts, and on disk. The same input gives the same bytes.

import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EntityPlan, SectionPlan } from './plan-site.ts';
import { planSite, usualSectionSize } from './plan-site.ts';
import { createRandom } from './seeded-random.ts';
import { writePage } from './write-page.ts';
import { writeSamples } from './write-samples.ts';
import { writeHome, writeNavigation, writeParameters, writeSiteFile } from './write-shared.ts';

export interface GeneratedSite {
  /** Text by path relative to the content folder. */
  readonly files: ReadonlyMap<string, string>;
  readonly entities: readonly EntityPlan[];
  readonly sections: readonly SectionPlan[];
}

/**
 * Generates a content folder of `entities` entities, half of them methods, in eight languages.
 * @param sectionSize most entities of one section
 */
export function generateSite(entities: number, seed: number, sectionSize = usualSectionSize): GeneratedSite {
  const sections = planSite(entities, seed, sectionSize);
  const random = createRandom(seed + 1);
  const files = new Map<string, string>([
    ['site.yaml', writeSiteFile(sections)],
    ['index.mdx', writeHome(sections)],
    ['parameters.mdx', writeParameters()],
  ]);
  for (const section of sections) {
    files.set(`${section.topic}/_navigation.mdx`, writeNavigation(section));
    for (const entity of [...section.objects, ...section.methods]) {
      files.set(entity.kind === 'object' ? `${entity.route}/index.mdx` : `${entity.route}.mdx`, writePage(entity));
      for (const [name, text] of writeSamples(entity, random)) files.set(`${section.topic}/_samples/${name}`, text);
    }
  }
  return { files, sections, entities: sections.flatMap(({ objects, methods }) => [...objects, ...methods]) };
}

/** Writes a generated site into a folder that exists. */
export async function writeSite({ files }: GeneratedSite, folder: string): Promise<void> {
  for (const path of new Set([...files.keys()].map(dirname))) await mkdir(join(folder, path), { recursive: true });
  for (const [path, text] of files) await writeFile(join(folder, path), text);
}
