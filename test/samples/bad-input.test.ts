// Invalid sample files: each is reported, and none is published.

import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkProjectSamples, openProject } from '../../src/project/index.ts';
import { pointAt } from '../../src/compiler/source/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => removeFolder(folder));

const secret = 'what nobody should see';
const plain = { highlight: (text: string) => text.split('\n').map((line) => [{ text: line }]) };

/**
 * Compiles a site with one page that shows `file`. Returns the findings as `code path:line`, and the text of the page.
 */
async function build(
  file: string,
  write: (content: string) => Promise<void>,
): Promise<{ found: readonly string[]; drawn: string }> {
  const content = join(folder, 'content');
  await mkdir(join(content, 'guides/_samples'), { recursive: true });
  await writeFile(join(content, 'site.yaml'), 'title: Things\nlanguages: [js]\n');
  await writeFile(join(content, 'guides/thing.mdx'), `# Thing\n\n<CodeBlock file="${file}" />\n`);
  await write(content);
  const project = await checkProjectSamples(await openProject(content), content, false);
  const found = project.diagnostics.map(({ code, file: path, source, range }) => {
    const line = source && range ? `:${pointAt(source, range.start).line}` : '';
    return `${code} ${path}${line}`;
  });
  const page = await viewContent(project.resolved, plain).viewPage(
    { route: 'guides/thing', language: 'js' },
    strings.values,
  );
  return { found, drawn: JSON.stringify(page) };
}

const sample =
  (text: string | Uint8Array) =>
  async (content: string): Promise<void> => {
    await writeFile(join(content, 'guides/_samples/list.js'), text);
  };

const path = 'guides/_samples/list.js';

test('a valid sample is drawn', async () => {
  const { found, drawn } = await build('list', sample(`list('${secret}');\n`));
  expect(found).toEqual([]);
  expect(drawn).toContain(secret);
});

test.each<[string, string, (content: string) => Promise<void>, readonly string[]]>([
  [
    'is not UTF-8',
    'list',
    sample(Buffer.concat([Buffer.from(`// ${secret} `), Buffer.from([0xe9])])),
    [`not-utf8 ${path}`],
  ],
  ['has 5 MB', 'list', sample(`// ${secret}\n`.repeat(200_000)), [`file-too-large ${path}`]],
  [
    'has a line of 100,000 characters',
    'list',
    sample(`// ${secret}\nf();${'x'.repeat(100_000)}`),
    [`sample-line-too-long ${path}:2`],
  ],
  ['has a region without an end', 'list#a', sample(`// region a\nf('${secret}');\n`), [`unclosed-region ${path}:1`]],
  [
    'has a region inside a region with the same name',
    'list#a',
    sample(`// region a\n// region a\nf('${secret}');\n// endregion\n// endregion\n`),
    [`repeated-region ${path}:2`],
  ],
  [
    'lacks the region',
    'list#pages',
    sample(`// region page\nf('${secret}');\n// endregion\n`),
    ['missing-region guides/thing.mdx:3'],
  ],
  [
    'leaves the folder by its name',
    '../../../secret',
    async (content) => writeFile(join(dirname(content), 'secret.js'), secret),
    ['path-outside-content guides/thing.mdx:3'],
  ],
  [
    'is a file of the operating system',
    '../../../../../etc/passwd',
    async () => {},
    ['path-outside-content guides/thing.mdx:3'],
  ],
  [
    'leaves the folder by a symbolic link',
    'list',
    async (content) => {
      await writeFile(join(dirname(content), 'secret.js'), secret);
      await symlink(join(dirname(content), 'secret.js'), join(content, path));
    },
    [`unreadable-file ${path}`],
  ],
])('reports and does not draw a sample that %s', async (_name, file, write, wanted) => {
  const { found, drawn } = await build(file, write);
  expect(found).toEqual(wanted);
  expect(drawn).not.toContain(secret);
  expect(drawn).not.toContain('root:');
});

test('a folder of samples that is a symbolic link is not entered', async () => {
  const { found, drawn } = await build('list', async (content) => {
    await writeFile(join(content, 'guides/_samples/other.js'), 'list();');
    const outside = join(dirname(content), 'outside');
    await mkdir(outside);
    await writeFile(join(outside, 'list.js'), secret);
    await symlink(outside, join(content, '_samples'));
  });
  expect(found).toContain('unreadable-file _samples');
  expect(drawn).not.toContain(secret);
});
