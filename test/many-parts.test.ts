// Texts with more parts than a call can have arguments (less than 130,000). Each place that compares or collects all parts
// once threw a RangeError.

import { expect, test } from 'vitest';
import { viewContent } from '../src/outputs/index.ts';
import { strings } from '../src/site/strings/en.ts';
import { check } from './compile.ts';

const many = 140_000;
const block = '# A\n\n<CodeBlock file="sample" />\n';
const site = 'title: Site\nlanguages: [js, curl]\n';

test.each<[string, Record<string, string>]>([
  ['words of a cell', { 'a.md': `# A\n\n| a | b |\n|---|---|\n| c | ${'d '.repeat(many)}|\n` }],
  ['lines of a sample', { 'a.mdx': block, '_samples/sample.js': 'x\n'.repeat(many) }],
  [
    'lines of a region',
    {
      'a.mdx': block.replace('sample', 'sample#part'),
      '_samples/sample.js': `// region part\n${'x\n'.repeat(many)}// endregion\n`,
    },
  ],
  [
    'fields of a request',
    { 'a.mdx': block, '_samples/sample.sh': `curl https://example.com -d '${'a=b&\n'.repeat(many)}'\n` },
  ],
])('compiles and draws many %s', async (_name, files) => {
  const { resolved, diagnostics } = await check({ 'site.yaml': site, 'index.md': '# Home\n', ...files });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const highlight = (text: string) => text.split('\n').map((line) => [{ text: line }]);
  const view = viewContent(resolved, { highlight });
  for (const address of view.addresses) await view.viewPage(address, strings.values);
  for (const route of view.bodyRoutes) view.viewBody(route);
  expect(view.addresses.length).toBeGreaterThan(0);
});
