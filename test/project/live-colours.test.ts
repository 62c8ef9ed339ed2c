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

test.each([
  ['', ['json\n{ "a": 1 }', 'yaml\na: 1', 'yaml\nb: 2'], 2],
  [', at most as many as are kept', ['json\n1', 'yaml\na: 1', 'xml\n<a/>', 'diff\n+ a', 'ini\na=1', 'toml\na=1'], 4],
] as const)(
  'prepares the grammars of the page that was viewed last, in steps, only once%s',
  async (_, codes, steps) => {
    const { resolved } = compile({
      'site.yaml': 'title: Site\nlanguages: [js]\n',
      'index.mdx': `# Home\n\n${codes.map((code) => `\`\`\`${code}\n\`\`\`\n`).join('\n')}`,
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
    expect(pause).toHaveBeenCalledTimes(steps);
    await second.prepare(pause);
    expect(pause).toHaveBeenCalledTimes(steps);
    removeFolder(dirname(file));
  },
);
