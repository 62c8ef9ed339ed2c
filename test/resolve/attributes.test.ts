// Attributes of tags: ordinary ones are drawn, meaningless ones give a warning, and no id is used twice.

import type { Node } from 'mdast';
import { describe, expect, test } from 'vitest';
import { viewContent } from '../../src/outputs/index.ts';
import { compile, findings, page } from '../compile.ts';

const siteYaml = 'title: T\nlanguages: [js]\n';
const bodyWith = (body: string) => compile({ 'site.yaml': siteYaml, 'a.mdx': `# A\n\n${body}\n` });

/** The tags and attributes of all elements of a resolved body: `div class=x open`. */
function drawn(compilation: ReturnType<typeof compile>, route = 'a'): readonly string[] {
  const found: string[] = [];
  const visit = (node: Node): void => {
    const { name, attributes } = node as Node & {
      name?: string;
      attributes?: readonly { name: string; value: unknown }[];
    };
    if (attributes && name && /^[a-z]/.test(name)) {
      const words = attributes.map((one) => (one.value === null ? one.name : `${one.name}=${String(one.value)}`));
      found.push([name, ...words].join(' '));
    }
    if ('children' in node) (node.children as Node[]).forEach(visit);
  };
  visit(viewContent(compilation.resolved, { highlight: () => [] }).viewBody(route));
  return found;
}

describe('an HTML element', () => {
  test.each([
    [
      '<div class="a b" lang="de" dir="rtl" title="T" role="note" aria-label="L" data-kind="k">x</div>',
      'div class=a b lang=de dir=rtl title=T role=note aria-label=L data-kind=k',
    ],
    ['<details open><summary>S</summary></details>', 'details open'],
    ['<ol start="3" reversed><li value="4">x</li></ol>', 'ol start=3 reversed'],
    ['<abbr title={"Words"}>W</abbr>', 'abbr title=Words'],
  ])('keeps ordinary attributes without a finding: %s', (body, expected) => {
    const compilation = bodyWith(body);
    expect(findings(compilation)).toEqual([]);
    expect(drawn(compilation)).toContain(expected);
  });

  test.each([
    ['<div className="a">x</div>', 'warning unknown-attribute a.mdx:3:6'],
    ['<div style={{ color: "red" }}>x</div>', 'warning unknown-attribute a.mdx:3:6'],
    ['<div open>x</div>', 'warning unknown-attribute a.mdx:3:6'],
    ['<div dir="left">x</div>', 'error wrong-attribute a.mdx:3:10'],
    ['<div class={["a"]}>x</div>', 'error wrong-attribute a.mdx:3:12'],
    ['<div id="-navigation">x</div>', 'error wrong-attribute a.mdx:3:9'],
    ['<div id="two words">x</div>', 'error wrong-attribute a.mdx:3:9'],
    ['<div id="">x</div>', 'error wrong-attribute a.mdx:3:9'],
    ['<div onClick="x()">x</div>', 'error unsafe-attribute a.mdx:3:6'],
    ['<div {...{ id: "x" }}>x</div>', 'error code-in-body a.mdx:3:6'],
  ])('is drawn without other attributes: %s', (body, finding) => {
    const compilation = bodyWith(body);
    expect(findings(compilation)).toEqual([finding]);
    expect(drawn(compilation)).toEqual(['div']);
  });

  test('reports an attribute of React with its name in HTML', () => {
    expect(bodyWith('<div className="a">x</div>').diagnostics[0]?.hint).toBe('Did you mean `class`?');
  });

  test('has an id that links can lead to', () => {
    const compilation = bodyWith('<div id="place">x</div>\n\n[words](#place) [more](/a#place)');
    expect(findings(compilation)).toEqual([]);
    expect(drawn(compilation)).toEqual(['div id=place']);
  });

  test.each([
    ['a heading', '# A\n\n## Place\n\n<div id="place">x</div>\n', 'a.mdx:5:9'],
    ['the title', '# Place\n\n<div id="place">x</div>\n', 'a.mdx:3:9'],
    ['another element', '# A\n\n<div id="place">x</div>\n\n<div id="place">x</div>\n', 'a.mdx:5:9'],
  ])('cannot have the id of %s', (_what, text, place) => {
    expect(findings(compile({ 'site.yaml': siteYaml, 'a.mdx': text }))).toEqual([`error duplicate-anchor ${place}`]);
  });

  test.each(['thing', 'thing.id'])('cannot have the anchor %s of an entity or a row', (id) => {
    const lists = 'properties:\n  - { key: id, type: string, description: Words. }\n';
    const text = page({ js: lists }, { body: `# T\n\n<div id="${id}">x</div>\n` });
    expect(findings(compile({ 'site.yaml': siteYaml, 'a.mdx': text }))).toEqual([
      expect.stringMatching(/^error duplicate-anchor a\.mdx:\d+:9$/),
    ]);
  });

  test('in a fragment is drawn without the fragment', () => {
    const compilation = bodyWith('<><b class="x">x</b></>\n\n<Fragment><i class="y">x</i></Fragment>');
    expect(findings(compilation)).toEqual([]);
    expect(drawn(compilation)).toEqual(['b class=x', 'i class=y']);
  });
});

test('a component that a page imports runs during the build, not in a browser', () => {
  const text = "import Clock from './clock.astro'\n\n# A\n\n<Clock client:load />\n";
  expect(findings(compile({ 'site.yaml': `${siteYaml}mdx: code\n`, 'a.mdx': text }))).toEqual([
    'error unsafe-attribute a.mdx:5:8',
  ]);
});
