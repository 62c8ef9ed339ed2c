// Where twins stand, and where their links lead, for each setting of `outputs.markdown`.

import { expect, test } from 'vitest';
import { viewContent } from '../../src/outputs/index.ts';
import { sha256 } from '../../src/project/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { compile } from '../compile.ts';

async function write(setting: string): Promise<ReadonlyMap<string, string>> {
  const { resolved } = compile({
    'site.yaml': `title: T\nlanguages: [js]\noutputs: { markdown: ${setting}, json: false }\n`,
    'a/b.mdx': '# B\n\nSee [home](/) and [C](/a/c#x).\n',
    'a/c.md': '# C\n\n## X\n',
    'index.md': '# Home\n\n[B](/a/b)\n',
  });
  const site = viewContent(resolved, { highlight: () => [] });
  const files = new Map(site.writeAgentFiles(sha256));
  for (const address of site.addresses) {
    const view = await site.viewPage(address, strings.values);
    const twins = site.writeTwins(view, strings);
    expect([...twins.keys()]).toEqual(site.twinsOf(address));
    for (const [path, text] of twins) files.set(path, text);
  }
  return files;
}

test.each([
  ['route', ['js/a/b.md']],
  ['folder', ['js/a/b/index.md']],
  ['both', ['js/a/b.md', 'js/a/b/index.md']],
])('%s: files and links', async (setting, paths) => {
  const files = await write(setting);
  expect([...files.keys()].filter((path) => /^js\/a\/b\b.*\.md$/.test(path))).toEqual(paths);
  const linksOf = (path: string): readonly string[] =>
    [...files.get(path)!.matchAll(/\]\(([^)]*)\)/g)].map(([, href]) => new URL(href!, `https://x/${path}`).pathname);
  for (const path of paths) {
    expect(linksOf(path)).toEqual(
      ['llms.txt', 'index.md', paths[0]!.replace('/a/b', '/a/c').slice(3)].map((to) => `/js/${to}`),
    );
    for (const to of linksOf(path)) expect(files.has(to.slice(1)), to).toBe(true);
  }
  expect(files.get('js/llms.txt')).toContain(`(./${paths[0]!.slice(3)})`);
});

test('off: no twins, and lists name the pages', async () => {
  const files = await write('off');
  expect([...files.keys()].filter((path) => path.endsWith('.md'))).toEqual([]);
  expect(files.get('js/llms.txt')).toContain('(./a/b/)');
  expect(files.get('js/llms.txt')).not.toContain('llms-full');
});
