// Plain descriptions are drawn without the general conversion to HTML, with the same result.

import { expect, test } from 'vitest';
import { createRandom } from '../../scripts/bench/seeded-random.ts';
import { markdownOf } from '../../src/compiler/model/index.ts';
import { drawPlain } from '../../src/outputs/html/prose/plain-text.ts';
import { convertText, renderText } from '../../src/outputs/html/prose/render-text.ts';
import { strings } from '../../src/site/strings/en.ts';
import { compile } from '../compile.ts';

const inline = [
  'Words of a sentence.',
  'a < b & c > d',
  '`code`',
  '`billing.external_device.window.opens_at`',
  '`a < b & c`',
  "it's",
  '"quoted" -- and...',
  '&amp; &lt;',
  '*emphasis*',
  '[link](https://x.example)',
  'שלום',
  'first  \nsecond',
  'first\nsecond',
  '<b>raw</b>',
];
const list = (count: number, item: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => item(i)).join('\n');
const blocks = [
  'Possible values:',
  'Must be one of:',
  'Words. Possible values:',
  'Kinds:',
  list(3, (i) => `- \`value_${i}\``),
  list(14, (i) => `- \`Value${i}\``),
  list(2, (i) => `- \`v${i}\`\n`),
  list(3, (i) => `${i + 1}. \`v${i}\``),
  list(3, (i) => `- [ ] \`v${i}\``),
  list(3, (i) => `- \`v${i}\` with words`),
  '- `a`\n  - `b`',
  '- `שלום`\n- `b`',
  '> quoted',
  '# heading',
];

test('descriptions drawn as plain are as the general conversion draws them', () => {
  const random = createRandom(3);
  const some = (most: number, make: () => string, between: string): string =>
    Array.from({ length: 1 + random.integer(most) }, make).join(between);
  const text = (): string =>
    some(3, () => (random.chance(0.5) ? random.pick(blocks) : some(3, () => random.pick(inline), ' ')), '\n\n');
  const rows = Array.from(
    { length: 400 },
    (_, i) => `        - key: p${i}\n          description: ${JSON.stringify(text())}\n`,
  );
  const page = `---\nreference:\n  js:\n    - key: A\n      id: a\n      properties:\n${rows.join('')}---\n\n# A\n`;
  const { resolved } = compile({ 'site.yaml': 'languages: [js]\n', 'a.mdx': page });
  const resolvedPage = resolved.pages.get('a')!;
  const texts = [...markdownOf(resolvedPage.entities)];
  expect(texts.length).toBeGreaterThan(300);
  let plain = 0;
  for (const each of texts) {
    if (drawPlain(each.tree) !== undefined) plain++;
    const [drawn, converted] = [renderText, convertText].map((draw) => draw(each, resolvedPage, './', strings.values));
    expect(drawn, each.value).toBe(converted);
  }
  expect(plain).toBeGreaterThan(60);
});
