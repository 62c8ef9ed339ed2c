// The benchmark beside peers: the peers show the facts that Stele shows, and the benchmark runs to its end. Hugo is
// used where it is installed. Starlight is never installed by tests: its sources are checked.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { factsOf } from '../../scripts/bench/peers/entity-facts.ts';
import type { PageFacts, Row } from '../../scripts/bench/peers/page-facts.ts';
import { writeHugoSite } from '../../scripts/bench/peers/hugo-site.ts';
import { generateSite, writeSite } from '../../scripts/bench/write-site.ts';
import type { ResolvedItem } from '../../src/compiler/model/index.ts';
import { openProject, type Project } from '../../src/project/index.ts';

const site = generateSite(20, 1, 20);
const facts = factsOf(site.entities);

/** A row as text: its name, type, whether it is optional, its description and its rows. */
type Told = readonly [name: string, type: string, isOptional: boolean, text: string, rows: readonly Told[]];

describe('the facts of the peers', () => {
  let folder: string;
  let project: Project;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'stele-bench-test-'));
    await writeSite(site, folder);
    project = await openProject(folder);
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('are those of Stele’s tables, in every language', () => {
    const told = (item: ResolvedItem): readonly Told[] => {
      const rows = item.children.flatMap(told);
      if (item.display === 'unwrap') return rows;
      const type = (item.type ?? []).map(({ text }) => text).join('');
      return [[item.name ?? '', type, item.isOptional, item.description?.value ?? '', rows]];
    };
    const toldOf = (page: PageFacts, { name, type = '', optional, text, rows = [] }: Row): Told => {
      const inner = rows.map((row) => toldOf(page, row));
      return [name, type, optional === true, text === undefined ? '' : page.texts.get(text)!, inner];
    };
    const pages = facts.filter(({ samples }) => samples !== undefined);
    expect(pages).toHaveLength(20);
    for (const page of pages) {
      const [entity] = project.resolved.pages.get(page.route)!.entities;
      expect(page.forms.map(({ language }) => language)).toEqual([...entity!.forms.keys()]);
      for (const { language, title, text, lists } of page.forms) {
        const form = entity!.forms.get(language)!;
        expect(title).toBe(form.entity.title?.value);
        expect(text && page.texts.get(text)).toBe(form.description?.value);
        const rows = lists.map((list) => list.rows.map((row) => toldOf(page, row)));
        expect(rows).toEqual(form.lists.map(({ items }) => items.flatMap(told)));
      }
    }
  });
});

describe('the sources of Hugo', () => {
  const files = writeHugoSite(site);

  test('contain every description once, and every sample', () => {
    for (const page of facts) {
      const text = files.get(`content/${page.route}.md`)!.replaceAll(/^ +/gm, '');
      for (const description of page.texts.values()) expect(text.split(description)).toHaveLength(2);
    }
    const samples = [...files].filter(([path]) => path.startsWith('samples/')).map(([, text]) => text);
    const own = [...site.files].filter(([path]) => path.includes('/_samples/')).map(([, text]) => text);
    expect(samples).toEqual(own);
  });

  test('link every entity in the navigation of its section', () => {
    for (const { route, topic } of site.entities) {
      expect(files.get(`data/navigation/${topic}.yaml`)).toContain(`url: /${route}\n`);
    }
  });
});
