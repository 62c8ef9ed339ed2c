// A site with content that is hard to lay out: long, wide, deep, very many or right-to-left.

export const longName = `a${'VeryLongIdentifier'.repeat(16)}${'x'.repeat(11)}`;
export const longType = `Map<${'Outer<Inner, '.repeat(37)}String>`.padEnd(500, '>');
export const manyRows = 2000;

const rtl = 'المعرّف الفريد للاتصال (`id`) ولا يتغيّر أبدًا.';
const deep = ['one', 'two', 'three', 'four', 'five'];

/** The path of the font file in `site.yaml`. The file is a copy of the example site's font. */
export const facePath = '_fonts/face.woff2';

/** Files of the content folder. */
export const strainSite: Readonly<Record<string, string>> = {
  'site.yaml': `title: A site whose name is longer than any header has room for, even on a wide screen
languages: [js, ruby]
requiredFirst: true
fonts:
  text: { name: Nowhere Sans, file: _fonts/face.woff2, weights: 100 900 }
  code: { name: Nowhere Mono }
components:
  PreviousNext: _parts/PreviousNext.astro
  Signature: _parts/Signature.astro
header:
  - { title: Elsewhere, url: https://example.com }
  - { title: Depth, url: /reference/deep }
`,
  // One component that wraps its original, and one that replaces it.
  '_parts/PreviousNext.astro':
    '---\nimport Original from "PARTS/PreviousNext.astro";\n---\n' +
    '<Original {...Astro.props} /><p class="own-part">Ours, too</p>\n',
  '_parts/Signature.astro':
    '---\nconst { entity } = Astro.props;\n---\n<h2 class="signature-code">Ours: {entity.anchor}</h2>\n',
  'reference/_navigation.mdx': `---
title: Reference
links:
  - { title: Long, url: /reference/long }
  - { title: ${'Unbroken'.repeat(12)}, url: /reference/many }
  - { title: Deep, url: /reference/deep }
---
`,
  'reference/long.mdx': page('long', [
    item({ key: 'last', type: 'String', optional: true, description: 'Optional, so it stands last.' }),
    item({ key: longName, type: 'String', description: 'A name of 300 characters.' }),
    item({ key: 'typed', type: longType, description: 'A type of 500 characters.' }),
    item({ key: 'rtl', type: 'String', description: rtl }),
    item({ key: 'rtl_list', type: 'String', description: '- عنصر أول\n- عنصر ثان' }),
    item({ key: 'word', type: 'String', description: `\`${'unbroken'.repeat(40)}\` ${'unbroken'.repeat(40)}` }),
    item({ key: 'fallback', type: 'String', description: 'Its default is long.', default: 'd'.repeat(200) }),
  ]),
  'reference/many.mdx': page(
    'many',
    Array.from({ length: manyRows }, (_, i) =>
      item({ key: `property_${i}`, type: 'String', description: `Property ${i}.` }),
    ),
  ),
  'reference/deep.mdx': page(
    'deep',
    [nested(deep), item({ key: 'flat', type: 'String', description: 'See https://example.com/page.' })],
    [item({ key: 'only_here', type: 'String', description: 'Not in Ruby.' })],
  ),
  '_samples/wide.js': `const wide = '${'w'.repeat(2000)}';\n`,
  '_samples/wide.rb': `wide = '${'w'.repeat(2000)}'\n`,
};

interface Item {
  readonly key: string;
  readonly type: string;
  readonly description: string;
  readonly optional?: boolean;
  readonly default?: string;
  readonly properties?: readonly Item[];
}

/** An item as it is written: JSON is valid YAML. */
function item(fields: Item): Item {
  return fields;
}

function nested([key = '', ...rest]: readonly string[]): Item {
  const properties = rest.length > 0 ? { properties: [nested(rest)] } : {};
  return { key, type: 'Hash', description: `Level ${key}.`, ...properties };
}

/** A page with an object of the same name. Only JavaScript has the properties `more`. */
function page(id: string, properties: readonly Item[], more: readonly Item[] = []): string {
  const form = (own: readonly Item[]): string =>
    JSON.stringify([{ key: id, id, title: `interface ${id}`, properties: own }]);
  return `---
title: ${id}
showNextPage: true
reference:
  js: ${form([...properties, ...more])}
  ruby: ${form(properties)}
---

# ${id}

Text before the table.

- A step with code:

  ~~~js
  const step = 1;
  ~~~

<CodeBlock title="Wide" file="wide" referenceId="${id}" />
`;
}
