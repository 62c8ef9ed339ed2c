// What a code block's view says: its tabs, its marks, what of it is folded.

import { describe, expect, test } from 'vitest';
import type { BlockView } from '../../src/model/index.ts';
import { compile, findings, view } from '../compile.ts';

const site = 'title: Things\nlanguages: [js, java]\n';

async function block(body: string, samples: Readonly<Record<string, string>> = {}, language = 'js'): Promise<BlockView> {
  const files = { 'site.yaml': site, 'a.mdx': `# A\n\n${body}\n`, ...samples };
  return (await view(compile(files), 'a', language)).blocks[0]!;
}

const fence = (code: string, info = 'js'): string => `\`\`\`${info}\n${code}\n\`\`\``;
const lines = (count: number): string => Array.from({ length: count }, (_, i) => `line${i + 1}();`).join('\n');

describe('tabs', () => {
  const body =
    '<CodeBlock title="Server" file="x">\n<CodeBlockTab title="Express" file="express" language="js" />\n<CodeBlockTab title="Next.js" file="next" language="js" />\n<CodeBlockTab file="answer" />\n</CodeBlock>';
  const samples = {
    '_samples/x.java': 'x();\n',
    '_samples/express.js': 'express();\n',
    '_samples/next.js': 'next();\n',
    '_samples/answer.json': '{}\n',
  };

  test('of one language show there, in place of the block’s own sample', async () => {
    const shown = async (language: string) => {
      const { id, title, panels } = await block(body, samples, language);
      return { id, title, panels: panels.map((panel) => [panel.title, panel.label, panel.code?.html]) };
    };
    expect(await shown('js')).toEqual({
      id: '-code-0',
      title: 'Server',
      panels: [
        ['Express', 'JavaScript', 'express();'],
        ['Next.js', 'JavaScript', 'next();'],
        [undefined, 'JSON', '{}'],
      ],
    });
    expect(await shown('java')).toEqual({
      id: '-code-0',
      title: 'Server',
      panels: [
        [undefined, 'Java', 'x();'],
        [undefined, 'JSON', '{}'],
      ],
    });
  });

  test('of which one is left have the block’s title where they have none', async () => {
    const { panels } = await block('<CodeBlock title="Server" file="x" />', { '_samples/x.js': 'x();\n' });
    expect(panels.map(({ title }) => title)).toEqual(['Server']);
  });
});

describe('marks', () => {
  test('are elements that say what they mean, around all lines or none', async () => {
    const { panels } = await block(
      fence('a(); // [!code highlight]\nb(); // [!code ++]\nc(); // [!code --]\nd(); // [!code focus]\n\ne("<&");'),
    );
    expect(panels[0]!.code).toMatchObject({ hasFocus: true, hasNumbers: false });
    expect(panels[0]!.code!.html.split('\n')).toEqual([
      '<mark class="line">a();</mark>',
      '<ins class="line">b();</ins>',
      '<del class="line">c();</del>',
      '<span class="line in-focus">d();</span>',
      '<span class="line"></span>',
      '<span class="line">e("&lt;&amp;");</span>',
    ]);
    expect((await block(fence('a();\nb();'))).panels[0]!.code!.html).toBe('a();\nb();');
  });

  test('of a sample are written as its language writes comments', async () => {
    const { panels } = await block('<CodeBlock file="x#a" />', {
      '_samples/x.js': 'no();\n// region a\n  // [!code highlight:1]\n  a();\n  b();\n// endregion\n',
      '_samples/x.java': '// region a\na();\n// endregion\n',
    });
    expect(panels[0]!.code!.html).toBe('<mark class="line">a();</mark>\n<span class="line">b();</span>');
  });
});

describe('line numbers', () => {
  test.each([
    [fence('a();', 'js lineNumbers title="not lineNumbers"'), true],
    [fence('a();', 'js title="lineNumbers here"'), false],
    ['<CodeBlock file="x" lineNumbers />', true],
    ['<CodeBlock file="x" lineNumbers={false} />', false],
    ['<CodeBlock lineNumbers><CodeBlockTab title="X" file="x" /></CodeBlock>', true],
    ['<CodeBlock><CodeBlockTab title="X" file="x" lineNumbers={true} /></CodeBlock>', true],
    ['<CodeBlock file="x" />', false],
  ])('%s', async (body, hasNumbers) => {
    const samples = { '_samples/x.js': 'a();\n', '_samples/x.java': 'a();\n' };
    const { code } = (await block(body, samples)).panels[0]!;
    expect(code!.hasNumbers).toBe(hasNumbers);
    expect(code!.html).toBe(hasNumbers ? '<span class="line">a();</span>' : 'a();');
    expect(findings(compile({ 'site.yaml': site, 'a.mdx': `# A\n\n${body}\n`, ...samples }))).toEqual([]);
  });

  test.each([
    ['<CodeBlock file="x" lineNumbers="yes" />', 'error wrong-attribute a.mdx:3:33'],
    [fence('a();', 'js linenumbers'), 'error unknown-fence-attribute a.mdx:3:7'],
  ])('asked for in other words are told: %s', (body, finding) => {
    const samples = { '_samples/x.js': 'a();\n', '_samples/x.java': 'a();\n' };
    expect(findings(compile({ 'site.yaml': site, 'a.mdx': `# A\n\n${body}\n`, ...samples }))).toEqual([finding]);
  });
});

describe('long code', () => {
  test('is folded over thirty lines, after twenty', async () => {
    expect((await block(fence(lines(30)))).panels[0]!.code).toMatchObject({ html: lines(30) });
    expect((await block(fence(lines(30)))).panels[0]!.code!.rest).toBeUndefined();
    const { html, rest } = (await block(fence(lines(31)))).panels[0]!.code!;
    expect(html).toBe(lines(20));
    expect(rest!.lines).toBe(11);
    expect(`${html}\n${rest!.html}`).toBe(lines(31));
  });

  test('tells how wide it is, a tab for two', async () => {
    expect((await block(fence('a\n\t\tbcd\nef'))).panels[0]!.code!.width).toBe(7);
  });
});
