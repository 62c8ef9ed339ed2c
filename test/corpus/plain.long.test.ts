// The quick readers give what the full parsers give for the corpus, and they read nearly all of it.

import { expect, test } from 'vitest';
import { decodeContent } from '../../src/compiler/decode/index.ts';
import { parseContent, parseText } from '../../src/compiler/parse/index.ts';
import { readContent } from '../../src/project/index.ts';
import { expectSameBody } from '../parse/plain/compare-bodies.ts';
import { expectSameMarkdown } from '../parse/plain/compare-markdown.ts';
import { expectSameYaml, frontmatterOf } from '../parse/plain/compare-yaml.ts';
import { openCorpus } from './open-corpus.ts';

const corpus = await openCorpus();

test('frontmatter', async () => {
  const { content } = await readContent(corpus);
  const texts = [...content.pages, ...content.navigation].flatMap(({ text }) => frontmatterOf(text) ?? []);
  const read = texts.filter((text) => expectSameYaml(text));
  console.log(`plain: the frontmatter of ${read.length} of ${texts.length} pages`);
  expect(read.length / texts.length).toBeGreaterThan(0.95);
});

test('bodies', async () => {
  const { content } = await readContent(corpus);
  const bodies = content.pages.map(({ text }) => text.slice(text.indexOf('\n---\n') + 5));
  const around = bodies.filter((text) => expectSameBody(text, 'mdx'));
  console.log(`plain: ${around.length} of ${bodies.length} bodies are parsed around plain blocks`);
  expect(around.length / bodies.length).toBeGreaterThan(0.9);
});

test('descriptions', async () => {
  const { content } = await readContent(corpus);
  const texts: string[] = [];
  const silent = (): void => {};
  decodeContent(
    parseContent(content, silent),
    () => (file, node) => {
      texts.push(node.value);
      return parseText(file, node, silent);
    },
    silent,
  );
  const read = texts.filter(expectSameMarkdown);
  console.log(`plain: ${read.length} of ${texts.length} descriptions`);
  expect(read.length / texts.length).toBeGreaterThan(0.95);
});
