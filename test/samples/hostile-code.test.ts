// Code that would slow down or crash a simple parser or comparison, in a third of its full size
// (hostile-code.long.test.ts).

import { expect, test } from 'vitest';
import { viewContent } from '../../src/outputs/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { check, compile } from '../compile.ts';
import { testHostileCode } from './hostile-code-run.ts';

testHostileCode(10_000);

test('names of authors are not used as regular expressions, however long and unusual they are', async () => {
  for (const name of ['a('.repeat(50_000), 'x'.repeat(100_000), '.*+?^${}()|[]\\', 'a.'.repeat(50_000)]) {
    const entity = {
      key: name,
      id: 'thing',
      title: `${name}call()`,
      patternBefore: name,
      parameters: [{ key: 'limit', type: 'string', description: 'A.' }],
    };
    const files = {
      'site.yaml': 'title: S\nlanguages: [js]\n',
      '_samples/x.js': 'call({ limit: 1 });\n',
      'a.mdx':
        `---\n${JSON.stringify({ reference: { js: [entity] } })}\n---\n# A\n\n` +
        '<CodeBlock file="x" referenceId="thing" />\n',
    };
    await check(files);
    const site = viewContent(compile(files).resolved, { highlight: (text) => [[{ text }]] });
    expect((await site.viewPage({ route: 'a', language: 'js' }, strings.values)).blocks).toHaveLength(1);
  }
});
