// What the benchmark beside peers does around a build: it edits sources, counts written files, and prints figures.

import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { caseNames, editedObject, editOf, type EditName } from '../../scripts/bench/peers/cases.ts';
import { editPlaces } from '../../scripts/bench/peers/edit-places.ts';
import { formatPeers } from '../../scripts/bench/peers/format-peers.ts';
import { writeHugoSite } from '../../scripts/bench/peers/hugo-site.ts';
import { applyEdit, isShown } from '../../scripts/bench/peers/make-edit.ts';
import { generatorNames, type PeerRun } from '../../scripts/bench/peers/peer.ts';
import { writeSteleSite } from '../../scripts/bench/peers/prepare-peers.ts';
import { writeStarlightSite } from '../../scripts/bench/peers/starlight-site.ts';
import { countWritten, takeSnapshot } from '../../scripts/bench/peers/written-files.ts';
import { generateSite } from '../../scripts/bench/write-site.ts';
import { temporaryFolder } from './run-script.ts';

const edits = caseNames.filter((name): name is EditName => name !== 'cold' && name !== 'unchanged');

describe.each([
  [2, 2],
  [400, 400],
  [400, 20],
])('the edits of a site of %i entities, %i in a section', (entities, sectionSize) => {
  const site = generateSite(entities, 1, sectionSize);
  const sites = { stele: writeSteleSite(site), hugo: writeHugoSite(site), starlight: writeStarlightSite(site) };

  test.each(generatorNames)('find their words in the sources of %s, round after round', (name) => {
    const places = editPlaces[name](editedObject(site.sections));
    const files = new Map(sites[name]);
    for (let round = 1; round <= 2; round++) {
      for (const edit of edits) {
        const [text, change] = [files.get(places[edit].file)!, editOf(edit, round, site.sections)];
        const edited = applyEdit(text, change);
        expect([edited === text, edited.includes(change.mark)]).toEqual([false, true]);
        if (edit === 'description') expect(edited).not.toContain(change.from);
        files.set(places[edit].file, edited);
      }
    }
    // The title of the navigation is edited, and no longer one that begins with the same words.
    const title = editOf('navigation', 2, site.sections).to;
    expect(files.get(places.navigation.file)).toMatch(new RegExp(`${title}["\n]`));
  });
});

test('an edit is shown by a page, or by any style sheet', async () => {
  const folder = await temporaryFolder();
  const style = editOf('style', 1, generateSite(2, 1, 2).sections);
  await mkdir(join(folder, 'dist/assets'), { recursive: true });
  await writeFile(join(folder, 'dist/index.html'), `<style>a { color: ${style.mark} }</style>`);
  await writeFile(join(folder, 'dist/assets/a.css'), 'a { color: red }');
  expect(await isShown(folder, 'dist/index.html', 'dist', style)).toBe(true);
  expect(await isShown(folder, '*.css', 'dist', style)).toBe(false);
  await writeFile(join(folder, 'dist/assets/b.css'), `a { color: ${style.mark} }`);
  expect(await isShown(folder, '*.css', 'dist', style)).toBe(true);
});

test('a file counts as written if it is new, changed or copied, and not if its folder was renamed', async () => {
  const folder = await temporaryFolder();
  const path = (...names: readonly string[]): string => join(folder, ...names);
  await mkdir(path('site'));
  for (const name of ['kept', 'changed', 'copied']) await writeFile(path('site', name), 'old');
  const before = await takeSnapshot(folder);
  expect([...before.keys()].sort()).toEqual(['changed', 'copied', 'kept'].map((name) => join('site', name)));
  await mkdir(path('next'));
  await rename(path('site/kept'), path('next/kept'));
  await copyFile(path('site/copied'), path('next/copied'));
  await writeFile(path('next/changed'), 'changed');
  await writeFile(path('next/new'), 'n');
  await rm(path('site'), { recursive: true });
  await rename(path('next'), path('site'));
  expect(countWritten(before, await takeSnapshot(folder))).toEqual({ files: 3, bytes: 11 });
  expect(await takeSnapshot(path('missing'))).toEqual(new Map());
});

test('figures are medians with their spread, and ratios are those of the same round', () => {
  const run = (round: number, generator: PeerRun['generator'], seconds: number): PeerRun => ({
    round,
    case: 'cold',
    generator,
    milliseconds: seconds * 1000,
    processor: generator === 'hugo' ? null : seconds * 2000,
    memoryBytes: 1024 ** 2,
    writtenFiles: 3,
    writtenBytes: 1024 ** 2,
    files: 2,
    bytes: 1024 ** 2,
  });
  const runs = [
    [run(1, 'stele', 4), run(1, 'hugo', 2)],
    [run(2, 'stele', 1), run(2, 'hugo', 1)],
    [run(3, 'stele', 9), run(3, 'hugo', 3)],
  ].flat();
  expect(formatPeers(runs)).toBe(`\
| case | generator | wall, s | CPU, s | peak memory, MiB | files written | MiB written | files of the site | MiB of the site |
| --- | --- | --: | --: | --: | --: | --: | --: | --: |
| cold | stele | 4.00 (1.00–9.00) | 8.00 (2.00–18.00) | 1 | 3 | 1.0 | 2 | 1.0 |
| cold | hugo | 2.00 (1.00–3.00) | - | 1 | 3 | 1.0 | 2 | 1.0 |

| Stele ÷ … | wall of hugo | CPU of hugo | memory of hugo |
| --- | --: | --: | --: |
| cold | 2.00 (1.00–3.00) | - | 1.00 |
`);
  expect(formatPeers(runs.filter(({ generator }) => generator === 'hugo'))).not.toContain('Stele');
});
