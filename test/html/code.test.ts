// The view of a code block: tabs, marks, folded lines.

import { describe, expect, test } from 'vitest';
import type { BlockView } from '../../src/compiler/model/index.ts';
import { compile, findings, view } from '../compile.ts';

const site = 'title: Things\nlanguages: [js, java]\n';

async function block(
  body: string,
  samples: Readonly<Record<string, string>> = {},
  language = 'js',
): Promise<BlockView> {
  const files = { 'site.yaml': site, 'a.mdx': `# A\n\n${body}\n`, ...samples };
  return (await view(compile(files), 'a', language)).blocks[0]!;
}

const fence = (code: string, info = 'js'): string => `\`\`\`${info}\n${code}\n\`\`\``;
const lines = (count: number): string => Array.from({ length: count }, (_, i) => `line${i + 1}();`).join('\n');

describe('tabs', () => {
  const body =
    '<CodeBlock title="Server" file="x">\n<CodeBlockTab title="Express" file="express" language="js" />\n' +
    '<CodeBlockTab title="Next.js" file="next" language="js" />\n<CodeBlockTab file="answer" />\n</CodeBlock>';
  const samples = {
    '_samples/x.java': 'x();\n',
    '_samples/express.js': 'express();\n',
    '_samples/next.js': 'next();\n',
    '_samples/answer.json': '{}\n',
  };

  test('of one language are shown there, in place of the block’s own sample', async () => {
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

  test('have the block’s title if only one without a title is left', async () => {
    const { panels } = await block('<CodeBlock title="Server" file="x" />', { '_samples/x.js': 'x();\n' });
    expect(panels.map(({ title }) => title)).toEqual(['Server']);
  });
});

describe('marks', () => {
  test('are elements with a meaning; if one line is marked, each line has an element', async () => {
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

  test('of a sample are comments in its language', async () => {
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
  ])('that are asked for with a wrong word give a finding: %s', (body, finding) => {
    const samples = { '_samples/x.js': 'a();\n', '_samples/x.java': 'a();\n' };
    expect(findings(compile({ 'site.yaml': site, 'a.mdx': `# A\n\n${body}\n`, ...samples }))).toEqual([finding]);
  });
});

describe('long code', () => {
  test('of more than thirty lines is folded after the twentieth', async () => {
    expect((await block(fence(lines(30)))).panels[0]!.code).toMatchObject({ html: lines(30) });
    expect((await block(fence(lines(30)))).panels[0]!.code!.rest).toBeUndefined();
    const { html, rest } = (await block(fence(lines(31)))).panels[0]!.code!;
    expect(html).toBe(lines(20));
    expect(rest!.lines).toBe(11);
    expect(`${html}\n${rest!.html}`).toBe(lines(31));
  });

  test('has its width in characters, with two for a tab', async () => {
    expect((await block(fence('a\n\t\tbcd\nef'))).panels[0]!.code!.width).toBe(7);
  });
});

describe('a diff', () => {
  test.each(['diff', 'patch', 'DIFF'])(
    'as `%s` has elements for added and removed lines, and keeps its signs',
    async (name) => {
      const { code, label } = (await block(fence('-a\n+b < c\n d', name))).panels[0]!;
      expect(label).toBe('Diff');
      expect(code!.html.split('\n')).toEqual([
        '<del class="line is-signed"><span class="t-k">-</span>a</del>',
        '<ins class="line is-signed"><span class="t-p">+</span>b &lt; c</ins>',
        '<span class="line"> d</span>',
      ]);
    },
  );
});

describe('a session', () => {
  test('has elements for prompts, typed text and printed text', async () => {
    const { code, label } = (await block(fence('$ npm i \\\n> x\nadded <3>\n# done', 'console'))).panels[0]!;
    expect(label).toBe('Console');
    expect(code!.html.split('\n')).toEqual([
      '<span class="prompt">$ </span><kbd>npm i \\</kbd>',
      '<span class="prompt">&gt; </span><kbd>x</kbd>'.replace('&gt;', '>'),
      '<span class="output">added &lt;3></span>',
      '<span class="t-c"># done</span>',
    ]);
    expect(code!.width).toBe(9);
  });

  test('may have marked and numbered lines', async () => {
    const { html } = (await block(fence('$ a\nb', 'sh {2} lineNumbers'))).panels[0]!.code!;
    expect(html).toBe(
      '<span class="line"><span class="prompt">$ </span><kbd>a</kbd></span>\n' +
        '<mark class="line"><span class="output">b</span></mark>',
    );
  });
});

describe('lines that are named after a fence', () => {
  test.each([
    ['js {1,3}', 'mark - mark'],
    ['js{1-2}', 'mark mark -'],
    ['js ins={1} del={2} focus={3}', 'ins del in-focus'],
    ['python hl_lines="1 3"', 'mark - mark'],
    ['{.js hl_lines="2"}', '- mark -'],
    ['js highlight={2} {3}', '- mark mark'],
  ])('%s', async (info, wanted) => {
    const { html } = (await block(fence('a\nb\nc', info))).panels[0]!.code!;
    const read = (line: string): string =>
      line.includes('in-focus') ? 'in-focus' : (/^<(mark|ins|del)/.exec(line)?.[1] ?? '-');
    expect(html.split('\n').map(read).join(' ')).toBe(wanted);
  });

  test.each([
    ['js filename="app.js"', 'app.js'],
    ['js [app.js]', 'app.js'],
    ['title="app.js"', 'app.js'],
  ])('beside a title: %s', async (info, title) => {
    const made = (await block(fence('a', info))).panels[0]!;
    expect(made.title).toBe(title);
  });

  test.each([
    'js showLineNumbers',
    'js:line-numbers',
    'js linenums="1"',
    'js lineNumbers={true}',
    '{ .js lineNumbers }',
  ])('numbered: %s', async (info) => {
    expect((await block(fence('a', info))).panels[0]!.code!.hasNumbers).toBe(true);
  });
});

test('a block with one visible tab shows its own title, then that of the tab', async () => {
  const titleOf = async (own: string, tab: string): Promise<string | undefined> => {
    const body =
      `<CodeBlock${own}>\n<CodeBlockTab${tab} file="x" language="js" />\n` +
      '<CodeBlockTab title="Java" file="x" language="java" />\n</CodeBlock>';
    return (await block(body, { '_samples/x.js': 'x();\n', '_samples/x.java': 'x();\n' })).panels[0]!.title;
  };
  expect(await titleOf(' title="Server"', ' title="Express"')).toBe('Server · Express');
  expect(await titleOf(' title="Server"', '')).toBe('Server');
  expect(await titleOf('', ' title="Express"')).toBe('Express');
  expect(await titleOf(' title="Express"', ' title="Express"')).toBe('Express');
});

test.each([
  ['js', 'Node.js'],
  ['JS', 'Node.js'],
  ['ts', 'TypeScript'],
  ['kotlin', 'Kotlin for servers'],
  ['kt', 'Kotlin for servers'],
  ['sh', 'Shell'],
  ['python', 'Python'],
])('a fence `%s` has the site’s name of the language as its label', async (name, label) => {
  const languages =
    'title: T\nlanguages:\n  - { id: js, label: Node.js }\n' +
    '  - { id: kotlin, label: Kotlin for servers, extensions: [.kt] }\n  - curl\n';
  const { blocks } = await view(
    compile({ 'site.yaml': languages, 'a.mdx': `# A\n\n${fence('a', name)}\n` }),
    'a',
    'js',
  );
  expect(blocks[0]!.panels[0]!.label).toBe(label);
});
