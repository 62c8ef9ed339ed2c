// The Markdown of a site's own components: their form, or their content with a comment.

import { expect, test } from 'vitest';
import { viewContent } from '../../src/outputs/index.ts';
import { compileContent } from '../../src/compiler/index.ts';
import type { AssetFile, MarkdownForm } from '../../src/compiler/model/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { contentOf } from '../../src/project/index.ts';

async function bodyOf(body: string, forms: Readonly<Record<string, MarkdownForm>> = {}): Promise<string> {
  const files = {
    'site.yaml': 'title: T\nlanguages: [js]\ncomponents: { Chart: Chart.astro, Key: Key.astro }\n',
    'a.mdx': `# A\n\n${body}\n`,
  };
  const components: readonly AssetFile[] = ['Chart.astro', 'Key.astro'].map((path) => ({ path }));
  const texts = Object.entries(files).map(([path, text]) => ({ path, text }));
  const { content, diagnostics } = contentOf('content', texts, components);
  const { resolved } = compileContent(content, diagnostics);
  const highlighter = { highlight: (text: string) => text.split('\n').map((line) => [{ text: line }]) };
  const site = viewContent(resolved, highlighter, new Map(Object.entries(forms)));
  const view = await site.viewPage({ route: 'a', language: 'js' }, strings.values);
  const twin = site.writeTwins(view, strings).get('js/a.md')!;
  return twin.slice(twin.indexOf('# A')).split('\n\n').slice(2).join('\n\n').trim();
}

const flow = '<Chart title="a|b" values={[1, 2]}>\n\nSee [A](/a) and `x`.\n\n```js\nf();\n```\n\n</Chart>';

test('a component without a form is its content, with a comment that names it', async () => {
  expect(await bodyOf(flow)).toBe('<!-- Chart -->\n\nSee [A](./a.md) and `x`.\n\n```javascript\nf();\n```');
  expect(await bodyOf('Press <Key>Enter</Key> now.')).toBe('Press <!-- Key --> Enter now.');
});

test('a form gets attributes and content, and its Markdown stands as it is', async () => {
  const given: unknown[] = [];
  const Chart: MarkdownForm = (props, content) => {
    given.push(props);
    return `\n| *x* |\n| - |\n\n${content}\n`;
  };
  const written = await bodyOf(`- one\n\n  ${flow.replaceAll('\n', '\n  ')}\n\n- two`, { Chart });
  expect(given).toEqual([{ title: 'a|b', values: [1, 2] }]);
  expect(written).toBe(
    '- one\n\n  | *x* |\n  | - |\n\n  See [A](./a.md) and `x`.\n\n  ```javascript\n  f();\n  ```\n\n- two',
  );
});

test('a form inside a line stays in the line, and an empty one is nothing', async () => {
  const Key: MarkdownForm = (_props, content) => `\u0000**${content}**\nkey\n`;
  expect(await bodyOf('Press <Key>Enter</Key> now.', { Key })).toBe('Press \ufffd**Enter** key now.');
  expect(await bodyOf('A\n\n<Chart />\n\nB', { Chart: () => ' \n' })).toBe('A\n\nB');
});
