// The benchmark beside peers runs to its end. Hugo is used where it is installed, else the test is skipped.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { languageIds } from '../../scripts/bench/language-forms.ts';
import { factsOf } from '../../scripts/bench/peers/entity-facts.ts';
import { findHugo } from '../../scripts/bench/peers/find-hugo.ts';
import type { PeerRun } from '../../scripts/bench/peers/peer.ts';
import { writeStarlightSite } from '../../scripts/bench/peers/starlight-site.ts';
import { generateSite } from '../../scripts/bench/write-site.ts';
import { runScript, temporaryFolder } from './run-script.ts';

const site = generateSite(20, 1, 20);
const facts = factsOf(site.entities);

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
    expect([code, stderr.replaceAll(/^bench: (?:round .*|making the npm package)\n/gm, '')]).toEqual([0, '']);
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
