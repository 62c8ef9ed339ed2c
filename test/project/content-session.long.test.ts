// A session over 500 edits: its memory stays flat, and the complete state after them is that of a new compilation.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { generateSite, writeSite } from '../../scripts/bench/write-site.ts';
import type { SiteData } from '../../src/compiler/model/index.ts';
import { checkContent, ContentSession } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

test('memory stays flat over 500 edits of pages, samples and navigation', async () => {
  const folder = temporaryFolder();
  const content = join(folder, 'content');
  const site = generateSite(4, 3);
  await writeSite(site, content);
  const entity = site.entities.find(({ kind }) => kind === 'object')!;
  const stem = entity.route.replaceAll('/', '-');
  const files = [
    `${entity.route}/index.mdx`,
    `${entity.topic}/_samples/${stem}.js`,
    `${entity.topic}/_navigation.mdx`,
  ].map((path) => join(content, path));
  const originals = files.map((file) => readFileSync(file, 'utf8'));
  const edits = [
    (text: string, i: number) => `${text}\nParagraph ${i}.\n`,
    (text: string, i: number) => `${text.trimEnd()}\n// Edit ${i}\n`,
    (text: string, i: number) => text.replace(/^( {2}- title: .*)$/m, `$1 ${i}`),
  ];
  const session = new ContentSession(content, false);
  await session.read();
  let data: SiteData | undefined;
  const compile = () => session.compile([entity.route], async (state) => void (data = state.data));
  await compile();
  const heaps: number[] = [];
  for (let i = 0; i < 500; i++) {
    const kind = i % files.length;
    writeFileSync(files[kind]!, edits[kind]!(originals[kind]!, i));
    expect(await session.read(new Set([files[kind]!]))).toBe(true);
    const diagnostics = await compile();
    if (i % 100 !== 99) continue;
    collectGarbage();
    heaps.push(process.memoryUsage().heapUsed / 1024 ** 2);
    if (i === 499) expect(diagnostics).toEqual((await checkContent(content, false)).diagnostics);
  }
  expect(data).toBeDefined();
  // The first hundred edits load grammars and modules.
  expect(Math.max(...heaps.slice(1)) - heaps[1]!, heaps.join(' ')).toBeLessThan(10);
  removeFolder(folder);
}, 900_000);
