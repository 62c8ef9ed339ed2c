// Markdown as it is drawn: the HTML of descriptions, and the trees of bodies.

import { describe, expect, test } from 'vitest';
import { createShikiHighlighter } from '../../src/engines/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { compile, page, rowsOf, view, viewInColour } from '../compile.ts';

const htmlOf = async (markdown: string): Promise<string> => {
  const description = markdown.replace(/^(?=.)/gm, '      ');
  const lists = `properties:\n  - key: id\n    type: string\n    description: |\n${description}\n`;
  return rowsOf(await view(compile({ 'a.mdx': page({ js: lists }) }), 'a', 'js'))[0]!.html;
};

describe('a description', () => {
  test.each([
    ['emphasis', 'One **two** *three* `four`.', '<p>One <strong>two</strong> <em>three</em> <code>four</code>.</p>'],
    ['paragraphs', 'One.\n\nTwo.', '<p>One.</p>\n<p>Two.</p>'],
    ['a quote', '> One.', '<blockquote>\n<p>One.</p>\n</blockquote>'],
    ['a tag as text', 'A <b>bold</b> word.', '<p>A &#x3C;b>bold&#x3C;/b> word.</p>'],
    ['a block of tags as text', '<div onclick="x">\n</div>', '&#x3C;div onclick="x">\n&#x3C;/div>'],
    ['braces as text', 'A {word} here.', '<p>A {word} here.</p>'],
    [
      'GFM',
      '~~gone~~ https://example.com',
      '<p><del>gone</del> <a href="https://example.com">https://example.com</a></p>',
    ],
    ['a reference link', '[one][two]\n\n[two]: https://example.com', '<p><a href="https://example.com">one</a></p>'],
    [
      'an image of another host as a link',
      '![The words](https://example.com/a.png)',
      '<p><a href="https://example.com/a.png">The words</a></p>',
    ],
    [
      'an image of another host without alternative text as its address',
      '![](https://example.com/a.png)',
      '<p><a href="https://example.com/a.png">https://example.com/a.png</a></p>',
    ],
    [
      'an image of another host in a link as the text of that link',
      '[![The words](https://example.com/a.png) more](https://example.com/b)',
      '<p><a href="https://example.com/b">The words more</a></p>',
    ],
    [
      'an image by a reference',
      '![The words][a]\n\n[a]: https://example.com/a.png',
      '<p><a href="https://example.com/a.png">The words</a></p>',
    ],
    ['a list from right to left', '- \u05d0', '<ul dir="auto">\n<li>\u05d0</li>\n</ul>'],
    [
      'long code with places for line breaks',
      '`a::LongName.of_some_thing` `short.name`',
      '<p><code>a:<wbr>:<wbr>Long<wbr>Name.<wbr>of_<wbr>some_<wbr>thing</code> <code>short.name</code></p>',
    ],
    ['an image that is nowhere as its words', '![The words](nowhere.png)', '<p>The words</p>'],
    ['smart punctuation', `"It's" -- done... \`"--"\``, '<p>“It’s” — done… <code>"--"</code></p>'],
  ])('%s', async (_name, markdown, html) => {
    expect((await htmlOf(markdown)).replace(/\n(?=<p>)/g, '\n')).toBe(
      html.replace(/\n(?=<p>)/g, '\n').replace('</p>\n<p>', '</p><p>'),
    );
  });

  test('a table, aligned by class', async () => {
    const html = await htmlOf('| a | b |\n|---|--:|\n| 1 | 2 |');
    expect(html).toContain('<th>a</th>');
    expect(html).toContain('<td class="align-right">2</td>');
    expect(html).not.toMatch(/style=|align="/);
  });

  test('a table has as many cells in each row as in its head', async () => {
    const html = await htmlOf('| a | b |\n|---|---|\n| `x | y` | 2 |\n| 3 |');
    expect(html.match(/<td>.*?<\/td>/g)).toEqual(['<td>`x</td>', '<td>y`</td>', '<td>3</td>', '<td></td>']);
  });

  test('one empty cell of a table spans the missing cells of a row', async () => {
    const html = await htmlOf('| a | b | c |\n|---|---|--:|\n| 1 |\n| 2 | 3 |');
    const cells = ['<td>1</td>', '<td colspan="2"></td>', '<td>2</td>', '<td>3</td>', '<td class="align-right"></td>'];
    expect(html.match(/<td.*?<\/td>/g)).toEqual(cells);
    const wide = await htmlOf(`${'| a '.repeat(3000)}|\n${'|---'.repeat(3000)}|\n${'| b |\n'.repeat(2)}`);
    expect(wide.match(/<td.*?<\/td>/g)).toEqual([
      '<td>b</td>',
      '<td colspan="1000"></td>',
      '<td>b</td>',
      '<td colspan="1000"></td>',
    ]);
  });

  test('an empty corner of a table is no header', async () => {
    const html = await htmlOf('| | meaning |\n|:--|---|\n| a | b |');
    expect(html.replace(/\n/g, '')).toContain('<tr><td class="align-left"></td><th>meaning</th></tr>');
  });

  test('an alert is a callout with the name of its kind', async () => {
    expect(await htmlOf('> [!Warning]\n> One **two**.\n>\n> - three')).toBe(
      '<aside class="callout warning" role="note"><p class="callout-title">Warning</p><p>One <strong>' +
        'two</strong>.</p><ul>\n<li>three</li>\n</ul></aside>',
    );
  });

  test.each([
    ['The state. Possible values:', '<p>The state.</p>', 'One of'],
    ['Allowed values are:', '', 'One of'],
    ['It says (briefly). One of the following:', '<p>It says (briefly).</p>', 'One of'],
    // A longer introduction stays unchanged.
    ['Possible values include:', '', 'Possible values include'],
    ['The state. It may become:', '<p>The state. It may become:</p>', undefined],
    ['The `state`:', '<p>The <code>state</code>:</p>', undefined],
    ['The state.', '<p>The state.</p>', undefined],
  ])('values after “%s” have the right label', async (text, before, label) => {
    expect(await htmlOf(`${text}\n\n- \`a\`\n`)).toBe(
      `${before}<div class="values">${label === undefined ? '' : `<p class="values-label">${label}</p>`}<ul>` +
        '<li><code>a</code></li></ul></div>',
    );
  });

  test('a few values are shown together with the line that introduces them', async () => {
    expect(await htmlOf('The state. Or so.\n\nPossible values:\n\n- `a`\n\n- `b`')).toBe(
      '<p>The state. Or so.</p><div class="values"><p class="values-label">One of</p><ul><li><code>a</code>' +
        '</li><li><code>b</code></li></ul></div>',
    );
  });

  test('the first eight of many values are shown, the others are folded', async () => {
    const html = await htmlOf(Array.from({ length: 34 }, (_, i) => `- \`v${i}\``).join('\n'));
    const items = Array.from({ length: 34 }, (_, i) => `<li><code>v${i}</code></li>`);
    expect(html).toBe(
      `<div class="values"><ul>${items.slice(0, 8).join('')}</ul><details><summary>` +
        '<span class="more">26 more</span><span class="fewer">Fewer</span></summary>' +
        `<ul>${items.slice(8).join('')}</ul></details></div>`,
    );
  });

  test('the labels of values come from the strings of the site', async () => {
    const list = Array.from({ length: 12 }, (_, i) => `      - \`v${i}\``).join('\n');
    const lists = `properties:\n  - key: id\n    type: string\n    description: |\n      Possible values:\n\n${list}\n`;
    const { resolved } = compile({ 'a.mdx': page({ js: lists }) });
    const words = {
      oneOf: 'Eines von',
      more: (count: number) => `noch ${count}`,
      fewer: 'Weniger',
      allPages: (section: string) => section,
      alerts: { note: 'Hinweis', tip: '', important: '', warning: '', caution: '' },
    };
    const german = await viewContent(resolved, { highlight: () => [] }).viewPage({ route: 'a', language: 'js' }, words);
    const { html } = rowsOf(german)[0]!;
    for (const word of ['Eines von', 'noch 4', 'Weniger']) expect(html).toContain(`>${word}<`);
  });

  test('a list of words, or of values with words, stays a list', async () => {
    expect(await htmlOf('- one\n- two')).toContain('<ul>\n<li>one</li>');
    expect(await htmlOf('- `one` and more\n- `two`')).toContain('<ul>\n<li><code>one</code> and more</li>');
  });
});

/** The part of a tree node that these tests use. */
interface TreeNode {
  readonly type: string;
  readonly name?: string;
  readonly value?: string;
  readonly url?: string;
  readonly depth?: number;
  readonly align?: unknown;
  readonly attributes?: readonly unknown[];
  readonly data?: { readonly hProperties: Readonly<Record<string, unknown>> };
  readonly children: readonly TreeNode[];
}

describe('a body', () => {
  const bodyOf = (body: string) => {
    const compilation = compile({ 'a.mdx': body, 'b.mdx': '# B\n' });
    return viewContent(compilation.resolved, { highlight: () => [] }).viewBody('a')
      .children as unknown as readonly TreeNode[];
  };

  test('has no title, since the page draws it', () => {
    expect(bodyOf('# A\n\nText.\n').map(({ type }) => type)).toEqual(['paragraph']);
  });

  test('has headings with ids, and skips no level', () => {
    const headings = bodyOf('# A\n\n## B\n\n#### C\n\n# D\n\n## B\n');
    const drawn = headings as unknown as { name: string; attributes: { value: string }[] }[];
    expect(drawn.map(({ name, attributes }) => [name, ...attributes.map(({ value }) => value)])).toEqual([
      ['Heading', '2', 'b', 'B'],
      ['Heading', '3', 'c', 'C'],
      ['Heading', '2', 'd', 'D'],
      ['Heading', '2', 'b-2', 'B'],
    ]);
  });

  test('has tables that can be scrolled with the keyboard', () => {
    const tableOf = (cell: string): { data?: unknown } =>
      bodyOf(`# A\n\n| a | b |\n|---|---|\n| ${cell} | two words |\n`)[0]!;
    expect(tableOf('`a_short_key`').data).toEqual({ hName: 'div', hProperties: { className: ['table-place'] } });
    expect(tableOf('`a_key_that_takes_half_of_it`').data).toEqual({
      hName: 'div',
      hProperties: { className: ['table-place'], tabIndex: 0 },
    });
  });

  test('has a table with all its cells', () => {
    const [place] = bodyOf('# A\n\n| a | b |\n|:-:|---|\n| 1 | [2](/b) |\n');
    const [table] = place!.children;
    expect(table!.align).toBeUndefined();
    expect(table!.children[0]!.children[0]!.data).toEqual({ hProperties: { className: ['align-center'] } });
    expect(table!.children[1]!.children[1]!.children[0]!.url).toBe('../b/');
  });

  test.each([
    ['> [!NOTE]\n> Text.', 'note', ['paragraph']],
    ['>[!tip]\n>Text.\n>\n>- an item', 'tip', ['paragraph', 'list']],
    ['> [!IMPORTANT]  \n> Text.', 'important', ['paragraph']],
    ['> [!WARNING]\\\n> Text.', 'warning', ['paragraph']],
    ['> [!CAUTION]\n>\n> Text.', 'danger', ['paragraph']],
    ['> [!NOTE]\n> **Bold** text', 'note', ['paragraph']],
    ['> [!NOTE] on its line', 'note', ['paragraph']],
    ['> [!NOTE]\n> > [!TIP]\n> > Text.', 'note', ['Callout']],
    ['> [!NOTE]\n> ```js\n> x\n> ```', 'note', ['CodeBlock']],
  ])('draws the alert %j as a callout', (markdown, type, inside) => {
    const [callout, ...more] = bodyOf(`# A\n\n${markdown}\n`);
    expect(more).toEqual([]);
    expect([callout!.name, callout!.attributes]).toMatchObject(['Callout', [{ name: 'type', value: type }]]);
    expect(callout!.children.map((child) => child.name ?? child.type)).toEqual(inside);
    expect(JSON.stringify(callout)).not.toMatch(/\[!/);
  });

  test('does not change quotes that are not alerts', () => {
    for (const quote of ['> \\[!NOTE]\n> Text.', '> [!OTHER]\n> Text.', '> Text. [!NOTE]', '> `[!NOTE]`\n> Text.']) {
      expect(bodyOf(`# A\n\n${quote}\n`).map(({ type }) => type)).toEqual(['blockquote']);
    }
  });

  test('names its components like the site', () => {
    const nodes = bodyOf(
      '# A\n\n<Card title="x">\n\nInside.\n\n</Card>\n\n{process.exit(9)}\n\n```js\nx\n```\n\n' +
        'A <kbd>key</kbd> and {1}.\n',
    );
    expect(nodes.map(({ type, name }) => name ?? type)).toEqual([
      'UnknownComponent',
      'CodeGap',
      'CodeBlock',
      'paragraph',
    ]);
    expect(nodes[0]!.children[0]!.type).toBe('paragraph');
    expect(nodes[2]!.attributes).toEqual([{ type: 'mdxJsxAttribute', name: 'block', value: '0' }]);
    expect(nodes[3]!.children.map(({ type, name, value }) => name ?? value ?? type)).toEqual([
      'A ',
      'kbd',
      ' and ',
      '1',
      '.',
    ]);
  });
});

describe('code', () => {
  const files = {
    'site.yaml': 'title: S\nlanguages: [js, ruby, go]\n',
    'a.mdx': page(
      { js: 'properties: []\n', ruby: 'properties: []\n', go: 'properties: []\n' },
      {
        body:
          '# A\n\n<CodeBlock referenceId="thing" title="Both">\n  <CodeBlockTab title="Own" file="x.y" />\n' +
          '  <CodeBlockTab title="Only" file="only" language="ruby" />\n</CodeBlock>\n',
      },
    ),
    '_samples/x.y.js': 'const a = "<b>";\n',
    '_samples/x.y.json': '{ "a": 1 }\n',
    '_samples/only.rb': 'puts 1\n',
  };

  test('is the sample of the language, else that of a format; a tab with a language is shown only there', async () => {
    const panels = async (language: string) =>
      (await view(compile(files), 'a', language)).blocks[0]!.panels.map(({ title, label }) => [title, label]);
    expect(await panels('js')).toEqual([['Both · Own', 'JavaScript']]);
    expect(await panels('go')).toEqual([['Both · Own', 'JSON']]);
    expect(await panels('ruby')).toEqual([
      ['Own', 'JSON'],
      ['Only', 'Ruby'],
    ]);
  });

  test('keeps its exact text, and is coloured by classes, never by styles', async () => {
    const html = (await viewInColour(compile(files), 'a', 'js')).blocks[0]!.panels[0]!.code!.html;
    expect(html).toMatch(/^<span class="t-k">const <\/span>/);
    expect(
      html
        .replace(/<[^>]+>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&amp;', '&'),
    ).toBe('const a = "<b>";');
    expect(html).not.toContain('style');
  });

  test('that is missing in a language links to the languages that have it', async () => {
    const { 'a.mdx': text, '_samples/x.y.json': _json, ...others } = files;
    const [panel] = (await view(compile({ 'a.mdx': text, ...others }), 'a', 'go')).blocks[0]!.panels;
    expect(panel!.code).toBeUndefined();
    expect(panel!.available).toEqual([{ language: 'js', title: 'JavaScript', href: '../../js/a/', isCurrent: false }]);
  });

  test('has the same colours each time, and none for an unknown grammar', async () => {
    const highlighter = await createShikiHighlighter(['ruby', 'nonsense']);
    expect(highlighter.highlight('puts 1', 'ruby')).toEqual(highlighter.highlight('puts 1', 'ruby'));
    expect(highlighter.highlight('a\n\nb', 'nonsense')).toEqual([[{ text: 'a' }], [], [{ text: 'b' }]]);
  });
});

describe('headings of a page in .md', () => {
  const viewOf = async (body: string) => {
    const compilation = compile({ 'a.md': `# A\n\n${body}\n` });
    const { contents } = await view(compilation, 'a');
    const tree = viewContent(compilation.resolved, { highlight: () => [] }).viewBody('a');
    return { contents: contents.map(({ title, anchor }) => `${anchor} ${title}`), tree: JSON.stringify(tree) };
  };

  test('have annotations as in .mdx, and readers see no braces', async () => {
    const { contents, tree } = await viewOf(
      '## One {{ "url": "first" }}\n\n## Two `x` {{ url: "second" }}\n\n## Three {{ "visibility": "no-quick-nav" }}',
    );
    expect(contents).toEqual(['first One', 'second Two x']);
    expect(tree).not.toContain('{{');
  });

  test('are read without the syntax of other generators', async () => {
    const { contents, tree } = await viewOf('## One {#first}\n\n## Two {.wide}\n');
    expect(contents).toEqual(['first One', 'two Two']);
    expect(tree).not.toMatch(/\{#|\{\./);
  });

  test('keep braces that are text', async () => {
    expect((await viewOf('## The {{ name }} and {x}\n\n## {{ name }}')).contents).toEqual([
      'the-name-and-x The {{ name }} and {x}',
      'name {{ name }}',
    ]);
  });
});
