// The components of the package have types: `astro check`, as in an editor, knows their props in files of a site.

import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { filesBelow } from '../../scripts/package/files-below.ts';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';
import { installLinked } from './packed.ts';

let folder: string;
/** Components with props, such as `Header` and `body/Callout`. */
let names: readonly string[];
beforeAll(async () => {
  folder = temporaryFolder();
  const place = await installLinked(folder);
  const components = join(place, 'dist/site/components');
  const all = (await filesBelow(components)).filter((path) => path.endsWith('.astro'));
  const texts = await Promise.all(all.map((path) => readFile(join(components, path), 'utf8')));
  names = all.filter((_, i) => /\b(?:interface|type) Props\b/.test(texts[i]!)).map((path) => path.slice(0, -6));
  const settings = { extends: 'astro/tsconfigs/strict', include: ['content'] };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings));
});
afterAll(() => removeFolder(folder));

async function write(path: string, text: string): Promise<void> {
  await mkdir(join(folder, path, '..'), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** The findings of the checker behind `astro check`: one line each, without colours. */
async function check(): Promise<readonly string[]> {
  const script = join(repository, 'scripts/check-astro.ts');
  const output = await promisify(execFile)(process.execPath, [script, join(folder, 'tsconfig.json')]).then(
    ({ stdout }) => stdout,
    ({ stdout }: { stdout: string }) => stdout,
  );
  // eslint-disable-next-line no-control-regex
  return output.replace(/\u001B\[\d+m/g, '').match(/^\S+:\d+:\d+ - .*$/gm) ?? [];
}

test('each component knows its props and reports a wrong one; the example of the handbook has no findings', async () => {
  expect(names).toEqual(expect.arrayContaining(['Brand', 'Header', 'PropertyTable', 'SearchButton', 'body/Callout']));
  for (const name of names) {
    const head = `---
import type { ComponentProps } from 'astro/types';
import Part from 'stele/components/${name}.astro';
type IsAny<T> = 0 extends 1 & T ? true : false;
type Props = ComponentProps<typeof Part>;
type Untyped = { [Key in keyof Props]-?: IsAny<Props[Key]> extends true ? Key : never }[keyof Props];
export const hasTypes: [IsAny<Props>, Untyped] extends [false, never] ? true : false = true;
---
`;
    await write(`content/_parts/right-${basename(name)}.astro`, `${head}<Part {...Astro.props} />\n`);
    await write(`content/_parts/wrong-${basename(name)}.astro`, `${head}<Part {...Astro.props} strange="1" />\n`);
  }
  const guide = await readFile(join(repository, 'content/guides/looks.mdx'), 'utf8');
  const [, part = ''] = /```astro title="content\/_parts\/PreviousNext\.astro"\n([^]*?)```/.exec(guide)!;
  expect(part).toContain('stele/components/PreviousNext.astro');
  await write('content/_parts/of-the-handbook.astro', part);
  const found = await check();
  expect(found.filter((line) => !line.includes('/wrong-'))).toEqual([]);
  expect(names.filter((name) => !found.some((line) => line.includes(`/wrong-${basename(name)}.astro`)))).toEqual([]);
});
