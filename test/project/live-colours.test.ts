// Code of the pages of a dev server is coloured when a page in one language is viewed.

import { expect, test } from 'vitest';
import { LiveColours } from '../../src/project/live-colours.ts';
import { openHighlighter } from '../../src/project/open-highlighter.ts';
import { listCode, viewContent } from '../../src/outputs/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { compile } from '../compile.ts';

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
