// Twins that are too long for one file: parts that say what they are, and that are the twin if they are joined.

import fc from 'fast-check';
import type { Node, Parents } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { joinParts, partsAfter } from '../../src/compiler/text/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { maxTwinCharacters, splitTwin } from '../../src/outputs/markdown/split-twin.ts';
import { strings } from '../../src/site/strings/en.ts';
import { compile } from '../compile.ts';

const facts = { title: 'A [page]: "x"', canonical: undefined, url: undefined };
const front = '---\ntitle: "A"\nentities: ["a", "b"]\n---\n\n';

const words = fc.array(fc.constantFrom('a', '`b`', 'part: "1 of 9"', '---', '- c'), { minLength: 1, maxLength: 12 });
const line = words.map((all) => `w ${all.join(' ')}`);
const rows = (indent: string): fc.Arbitrary<string> =>
  fc
    .array(
      fc.tuple(line, fc.boolean(), fc.array(line, { maxLength: 4 })).map(([head, hasText, inner]) =>
        [
          `${indent}- ${head}`,
          ...(hasText ? ['', `${indent}  Text.`, '', `${indent}  \`\`\`js`, '', '# no', `${indent}  \`\`\``, ''] : []),
          ...inner.map((each) => `${indent}  - ${each}`),
        ]
          .map((each) => (each === '# no' ? `${indent}  # no` : each))
          .join('\n')
          .trimEnd(),
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((all) => all.join('\n'));
const block = fc.oneof(
  line.map((text) => `## ${text}`),
  line.map((text) => `### ${text}`),
  line,
  rows(''),
  fc.array(line, { maxLength: 9 }).map((all) => `\`\`\`\`md\n## no\n\n\`\`\`\n\n- ${all.join('\n\n## ')}\n\`\`\`\``),
  line.map((text) => `> ${text}\n>\n> ~~~\n> ## no\n> ~~~`),
);
const twin = fc.array(block, { minLength: 1, maxLength: 30 }).map((all) => `${front}# A\n\n${all.join('\n\n')}\n`);

/** The kinds of a text's nodes and the values of its code, in order; neighbouring lists count as one. */
function outline(text: string): readonly string[] {
  const listed: string[] = [];
  const visit = (node: Node): void => {
    if (node.type === 'code') listed.push((node as Node & { value: string }).value);
    else if (node.type !== 'list') listed.push(node.type);
    if ('children' in node) for (const child of (node as Parents).children) visit(child);
  };
  visit(unified().use(remarkParse).parse(text));
  return listed.filter((each) => each !== 'root');
}

/** The number of blocks and items between which a text may be cut, without headings. */
function unitsOf(text: string): number {
  const countItems = (node: Node): number =>
    (node.type === 'listItem' ? 1 : 0) +
    ('children' in node ? (node as Parents).children.reduce((sum, child) => sum + countItems(child), 0) : 0);
  const { children } = unified().use(remarkParse).parse(text);
  const counts = children.map((node) => (node.type === 'heading' ? 0 : node.type === 'list' ? countItems(node) : 1));
  return counts.reduce((sum, each) => sum + each, 0);
}

test('parts are the twin if they are joined, and no block is cut', () => {
  fc.assert(
    fc.property(twin, fc.integer({ min: 400, max: 1200 }), (text, max) => {
      const files = splitTwin('a/b.md', text, facts, strings, max);
      const [[path, first], ...rest] = files as [(typeof files)[0], ...typeof files];
      expect(path).toBe('a/b.md');
      expect(partsAfter(path, first)).toEqual(rest.map(([name]) => name));
      expect(
        joinParts(
          first,
          rest.map(([, part]) => part),
        ),
      ).toBe(text);
      const bodies = files.map(([, part]) =>
        files.length === 1 ? part.slice(front.length) : part.replace(/^---\n[^]*?\n---\n\n.*\n\n/, ''),
      );
      expect(bodies.flatMap(outline)).toEqual(outline(text.slice(front.length)));
      for (const [i, [, part]] of files.entries()) {
        if (part.length > max) expect(unitsOf(bodies[i]!)).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 60, seed: 16 },
  );
});

test.each(['route', 'folder', 'both'])('%s: a long page has parts that lead to each other', async (setting) => {
  const long = Array.from({ length: 900 }, (_, i) => `## Part ${i}\n\n${'Words of it. '.repeat(8)}\n`).join('\n');
  const { resolved } = compile({
    'site.yaml': `title: T\nlanguages: [js]\nurl: https://example.com/docs/\noutputs: { markdown: ${setting}, json: false }\n`,
    'a/long page.md': `# Long\n\n${long}`,
  });
  const site = viewContent(resolved, { highlight: () => [] });
  const address = site.addresses.find(({ route, language }) => route.startsWith('a/') && language === 'js')!;
  const files = site.writeTwins(await site.viewPage(address, strings.values), strings);
  for (const path of site.twinsOf(address)) {
    const first = files.get(path)!;
    const names = [path, ...partsAfter(path, first)];
    expect(names).toHaveLength(3);
    expect(first).toMatch(
      /^---\ntitle: "Long"\n[^]*?\nlanguage: "js"\npart: "1 of 3"\n---\n\nPart 1 of 3 of \[Long\]\(/,
    );
    const at = (name: string): string => `https://example.com/docs/${encodeURI(name)}`;
    const canonical = 'canonical: "https://example.com/docs/a/long%20page/"\n';
    expect(files.get(names[1]!)).toContain(
      `---\ntitle: "Long"\n${canonical}part: "2 of 3"\n---\n\n` +
        `Part 2 of 3 of [Long](${at(path)}) · [Previous](${at(path)}) · [Next](${at(names[2]!)})\n\n## Part `,
    );
    for (const name of names) expect(files.get(name)!.length).toBeLessThanOrEqual(maxTwinCharacters);
    expect(files.get(names[2]!)).toMatch(/^[^]*? · \[Previous\]\([^)]*\)\n\n## Part /);
  }
  const texts = site.writeFullTexts('js', (path) => files.get(path) ?? '# Home\n');
  const all = [...texts.values()].join('');
  expect(all.match(/^## Part \d+$/gm)).toHaveLength(900);
  expect(all).not.toContain('Part 2 of 3');
});
