// Code of the pages of a dev server is coloured when a page in one language is viewed.

import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { LiveColours } from '../../src/project/live-colours.ts';
import { openHighlighter } from '../../src/project/open-highlighter.ts';
import { listCode, viewContent } from '../../src/outputs/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { compile } from '../compile.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

test('every address shows its code as a build does, also inside selectors and on pages without languages', async () => {
  const { resolved } = compile({
    'site.yaml': 'title: Site\nlanguages: [js, python]\n',
    'index.mdx':
      '# Home\n\n<CodeBlock file="open" />\n\n```json\n{ "a": 1 }\n```\n\n' +
      '<LanguageSelector languages={["python"]}>\n\n<CodeBlock file="open" />\n\n</LanguageSelector>\n',
    '_samples/open.js': 'open(1);\n',
    '_samples/open.py': 'open("door")\n',
  });
  const built = viewContent(resolved, await openHighlighter(listCode(resolved), undefined));
  for (const address of built.addresses) {
    const live = await new LiveColours(undefined).open(resolved, new Map());
    const { blocks } = await live.viewPage(address, strings.values);
    expect(blocks.length).toBeGreaterThan(1);
    expect(blocks).toEqual((await built.viewPage(address, strings.values)).blocks);
  }
});

test('prepares the grammars of the page that was viewed last, in steps, and only once', async () => {
  const { resolved } = compile({
    'site.yaml': 'title: Site\nlanguages: [js]\n',
    'index.mdx': '# Home\n\n```json\n{ "a": 1 }\n```\n\n```yaml\na: 1\n```\n',
  });
  const file = join(temporaryFolder(), 'colours');
  const first = new LiveColours(file);
  await (await first.open(resolved, new Map())).viewPage({ route: '' }, strings.values);
  await first.keep();
  // Now all colours come from the cache, so that viewing the page prepares no grammar.
  const second = new LiveColours(file);
  await (await second.open(resolved, new Map())).viewPage({ route: '' }, strings.values);
  const pause = vi.fn(() => Promise.resolve());
  await second.prepare(pause);
  expect(pause).toHaveBeenCalledTimes(2);
  await second.prepare(pause);
  expect(pause).toHaveBeenCalledTimes(2);
  removeFolder(dirname(file));
});
