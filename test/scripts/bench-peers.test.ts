// The benchmark beside peers: the peers show the facts that Stele shows, and the benchmark runs to its end. Hugo is
// used where it is installed. Starlight is never installed by tests: its sources are checked.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageIds } from '../../scripts/bench/language-forms.ts';
import { factsOf } from '../../scripts/bench/peers/entity-facts.ts';
import type { PageFacts, Row } from '../../scripts/bench/peers/page-facts.ts';
import { findHugo } from '../../scripts/bench/peers/find-hugo.ts';
import { writeHugoSite } from '../../scripts/bench/peers/hugo-site.ts';
import type { PeerRun } from '../../scripts/bench/peers/peer.ts';
import { writeStarlightSite } from '../../scripts/bench/peers/starlight-site.ts';
import { generateSite, writeSite } from '../../scripts/bench/write-site.ts';
import type { ResolvedItem } from '../../src/compiler/model/index.ts';
import { openProject, type Project } from '../../src/project/index.ts';
import { runScript, temporaryFolder } from './run-script.ts';

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

describe('the sources of Starlight', () => {
  const files = writeStarlightSite(site);
  const pages = facts.map((page) => [page, files.get(`src/content/docs/${page.route}.mdx`)!] as const);

  test('are MDX with two groups of tabs per entity, one tab per language in each', () => {
    const parser = unified().use(remarkParse).use(remarkMdx);
    for (const [page, text] of pages) {
      const tree = JSON.stringify(parser.parse(text.replace(/^---.*?---.*?^import .*?$/ms, '')));
      const names = [...tree.matchAll(/"name":"(\w+)"/g)];
      const count = (name: string): number => names.filter(([, own]) => own === name).length;
      const groups = page.samples === undefined ? 1 : 2;
      expect([count('Tabs'), count('TabItem')]).toEqual([groups, groups * languageIds.length]);
    }
  });

  test('contain every description in every language that names it, and every sample', () => {
    for (const [page, text] of pages) {
      const plain = text.replaceAll(/^ +/gm, '');
      for (const description of page.texts.values()) expect(plain).toContain(description);
    }
    const all = pages.map(([, text]) => text).join('');
    for (const [path, sample] of site.files) if (path.includes('/_samples/')) expect(all).toContain(sample);
  });

  test('link every entity in the sidebar', () => {
    const config = files.get('astro.config.mjs')!;
    for (const { route } of site.entities) expect(config).toContain(`"link": "/${route}/"`);
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

test('wrong options are told', async () => {
  for (const args of [
    ['--entities', '0'],
    ['--only', 'jekyll'],
    ['--cases', 'warm'],
    ['--layout', 'wide'],
  ]) {
    const { code, stderr } = await runScript('bench-peers.ts', args);
    expect([code, stderr.startsWith('Usage: npm run bench:peers')]).toEqual([2, true]);
  }
});

test.skipIf(findHugo() === undefined)(
  'it builds with both generators in turn, and prints ratios',
  async () => {
    const json = join(await temporaryFolder(), 'runs.json');
    const args = ['--entities', '2', '--only', 'stele,hugo', '--rounds', '1', '--cases', 'cold,sample', '--json', json];
    const { code, stdout, stderr } = await runScript('bench-peers.ts', args);
    expect([code, stderr.replaceAll(/^bench: round .*\n/gm, '')]).toEqual([0, '']);
    expect(stdout).toMatch(/^2 entities, layout section, 1 rounds; stele [\d.]+, hugo [\d.]+/);
    expect(stdout).toMatch(/^\| Stele ÷ … \| wall of hugo \| CPU of hugo \| memory of hugo \|$/m);
    expect(stdout).toMatch(/^\| one sample edited \| [\d.]+ \| [\d.]+ \| [\d.]+ \|$/m);
    const { runs } = JSON.parse(await readFile(json, 'utf8')) as { readonly runs: readonly PeerRun[] };
    expect(runs.map((run) => `${run.case} ${run.generator}`)).toEqual([
      'cold stele',
      'cold hugo',
      'sample stele',
      'sample hugo',
    ]);
    for (const run of runs)
      expect(Math.min(run.milliseconds, run.writtenFiles, run.files, run.bytes)).toBeGreaterThan(0);
  },
  300_000,
);
