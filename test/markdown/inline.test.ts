// What the writers of Markdown write is read back as the same text, whatever the text is.

import fc from 'fast-check';
import type { Code, InlineCode, Link, Nodes, Paragraph, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { writeFrontMatter } from '../../src/outputs/markdown/front-matter.ts';
import { codeFence, codeSpan, link, plainWords } from '../../src/outputs/markdown/inline.ts';
import { writeTree } from '../../src/outputs/markdown/write-tree.ts';
import { parse as parseYaml } from 'yaml';

const parser = unified().use(remarkParse).use(remarkGfm);
const read = (text: string): Root => parser.parse(text) as Root;

/** Texts with many signs that have a meaning in Markdown. */
const pieces = ['`', '``', '*', '_', '[', ']', '(', ')', '<', '>', '&amp;', '#', '-', '+', '1.', '|', '~~', '!', '\\'];
const words = ['a', 'word', 'www.a.de', 'https://a.de', 'a@b.de', '<!--', '-->', '---', '```', ':', '$', '{', 'é', '…'];
const texts = fc
  .array(fc.constantFrom(...pieces, ...words, ' ', ' '), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').replace(/\s+/g, ' ').trim())
  .filter((text) => text !== '');
const runs = { numRuns: 300, seed: 16 };

/** The words of a node. The parser makes links of addresses even if their signs are escaped; other links count. */
function wordsIn(node: Nodes): string {
  if (node.type !== 'link') return node.type === 'text' ? node.value : node.type;
  const words = node.children.map(wordsIn).join('');
  return node.url.endsWith(words) || decodeURI(node.url).endsWith(words) ? words : `link ${node.url}`;
}

/** The inline nodes of a document that is one paragraph. */
function lineOf(text: string): readonly Nodes[] {
  const { children } = read(text);
  expect(children).toHaveLength(1);
  expect(children[0]!.type).toBe('paragraph');
  return (children[0] as Paragraph).children;
}

test('plainWords: any text stays a text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const nodes = lineOf(plainWords(text));
      expect(nodes.map(wordsIn).join('')).toBe(text);
    }),
    runs,
  );
});

test('writeTree: texts, code and emphasis stay what they are beside each other', () => {
  const node = fc.oneof(
    texts.map((value) => ({ type: 'text' as const, value: `${value} ` })),
    texts.map((value) => ({ type: 'inlineCode' as const, value })),
    texts.map((value) => ({ type: 'strong' as const, children: [{ type: 'text' as const, value }] })),
  );
  // `plainTree` separates equal neighbours.
  const lines = fc
    .array(node, { minLength: 1, maxLength: 4 })
    .filter((all) => all.every(({ type }, i) => type === 'text' || type !== all[i - 1]?.type));
  const plain = (nodes: readonly Nodes[]): string =>
    nodes
      .map((each) => {
        if (each.type === 'link') return wordsIn(each);
        if ('children' in each) return `<${plain(each.children)}>`;
        return `${each.type === 'inlineCode' ? '`' : ''}${(each as InlineCode).value}`;
      })
      .join('')
      .trim();
  fc.assert(
    fc.property(lines, (children) => {
      const paragraph: Paragraph = { type: 'paragraph', children };
      const written = writeTree({ type: 'root', children: [paragraph] }, false);
      expect(plain(lineOf(written))).toBe(plain(children));
    }),
    runs,
  );
});

test('codeSpan: any code stays code', () => {
  fc.assert(
    fc.property(texts, fc.constantFrom('', ' '), (text, space) => {
      const [code, ...rest] = lineOf(`x${codeSpan(space + text)}`).slice(1);
      expect(rest).toEqual([]);
      expect(code).toMatchObject({ type: 'inlineCode', value: space + text });
    }),
    runs,
  );
});

test('codeFence: no code ends its fence', () => {
  const lines = fc.array(fc.oneof(texts, fc.constantFrom('```', '  ````js', '~~~', '    ```', '')), {
    minLength: 1,
    maxLength: 6,
  });
  fc.assert(
    fc.property(lines, (code) => {
      const { children } = read(`${codeFence(code.join('\n'), 'ts` x')}\n\nend\n`);
      expect(children).toHaveLength(2);
      expect(children[0]).toMatchObject({ type: 'code', lang: 'tsx', value: code.join('\n') } satisfies Partial<Code>);
    }),
    runs,
  );
});

test('link: any address stays in its link', () => {
  fc.assert(
    fc.property(texts, (address) => {
      const [found, ...rest] = lineOf(link('`x`', address));
      expect(rest).toEqual([]);
      expect(found!.type).toBe('link');
      expect(decodeURIComponent((found as Link).url.replaceAll('%5C', '\\').replace(/%(?![\dA-F]{2})/g, '%25'))).toBe(
        address,
      );
    }),
    runs,
  );
});

test('front matter: any value stays one value', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), texts, (title, text) => {
      const front = writeFrontMatter({ title, entities: [text, '---', title], none: undefined, empty: [] });
      expect(front.split('\n')).toHaveLength(title === '' ? 3 : 4);
      const found = parseYaml(front.slice(4, -3)) as { title?: string; entities: string[] };
      expect(found.title ?? '').toBe(title);
      expect(found.entities).toEqual([text, '---', title]);
    }),
    runs,
  );
});
