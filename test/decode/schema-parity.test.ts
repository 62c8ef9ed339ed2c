// The schema for editors and the decoders refuse the same frontmatters. Only keys and kinds of values are compared,
// because the meaning of a name depends on the whole site.

import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { builtInLanguages } from '../../src/compiler/decode/index.ts';
import { makeJsonSchema, type SchemaName } from '../../src/compiler/index.ts';
import { decodeApprovals } from '../../src/compiler/decode/decode-approvals.ts';
import { decodeNavigation } from '../../src/compiler/decode/decode-navigation.ts';
import { decodePage } from '../../src/compiler/decode/decode-page.ts';
import { decodeSite } from '../../src/compiler/decode/decode-site.ts';
import { collectDiagnostics } from '../../src/compiler/diagnostics/index.ts';
import { parseDataDocument, parseDocument } from '../../src/compiler/parse/parse-document.ts';
import { parseText } from '../../src/compiler/parse/markdown/parse-text.ts';

const kinds = ['page', 'navigation', 'site', 'approvals'] as const;

const validators = new Map(kinds.map((name) => [name, new Ajv({ strict: false }).compile(makeJsonSchema(name))]));

/** Whether the decoder of a kind of file reports an error. */
function isRefused(name: SchemaName, yaml: string): boolean {
  const { report, diagnostics } = collectDiagnostics();
  if (name === 'site') {
    const document = parseDataDocument({ path: 'site.yaml', text: yaml }, report);
    decodeSite(document, 'content', report);
  } else if (name === 'approvals') {
    decodeApprovals(parseDataDocument({ path: '_approvals.yaml', text: yaml }, report), report);
  } else {
    const path = name === 'page' ? 'a.mdx' : 'guides/_navigation.mdx';
    const document = parseDocument({ path, text: `---\n${yaml}---\n` }, report);
    const ids = [...builtInLanguages.map(({ id }) => id), 'json'];
    if (name === 'page') decodePage(document, ids, (file, node) => parseText(file, node, report), report);
    else decodeNavigation(document, report);
  }
  return diagnostics.some(({ severity }) => severity === 'error');
}

const entity = (lines: string): string => `reference:\n  js:\n    - key: A\n${lines.replace(/^/gm, '      ')}\n`;
const item = (lines: string): string => entity(`properties:\n  - key: a\n${lines.replace(/^/gm, '    ')}`);
const levels = (depth: number): string =>
  entity(
    Array.from({ length: depth }, (_, i) => `${'    '.repeat(i)}properties:\n${'    '.repeat(i)}  - key: k${i}`).join(
      '\n',
    ),
  );
const links = (depth: number): string =>
  Array.from(
    { length: depth },
    (_, i) => `${'    '.repeat(i)}links:\n${'    '.repeat(i)}  - title: t\n${'    '.repeat(i)}    url: /u`,
  ).join('\n') + '\n';
const inside = 'properties:\n  - key: b';

const table: Readonly<Record<SchemaName, readonly string[]>> = {
  page: [
    'title: A\n',
    'title: 5\n',
    'title: true\n',
    'title:\n',
    'title: ""\n',
    'title: " "\n',
    'title: [a]\n',
    'titel: A\n',
    'description: A\n',
    'description: ""\n',
    'description: {a: b}\n',
    'descriptions: {}\n',
    'descriptions:\n',
    'descriptions: a\n',
    'descriptions: {a: {b: c}}\n',
    'descriptions: {a: ""}\n',
    'descriptions: {a:}\n',
    'descriptions: {a: [b]}\n',
    'descriptions: {__proto__: b}\n',
    'descriptions: {a: {__proto__: b}}\n',
    'externalAssets: {__proto__: b}\n',
    'externalAssets: {a: ""}\n',
    'externalAssets: {a:}\n',
    'externalAssets: [a]\n',
    'showNextPage: true\n',
    'showNextPage: yes\n',
    'showNextPage: "true"\n',
    'breadcrumb: {title: A}\n',
    'breadcrumb: {url: /a}\n',
    'breadcrumb: A\n',
    'originalPath: [1]\n',
    'featureFlag: a\n',
    'featureFlag:\n',
    'icon: {a: b}\n',
    'hideCopyButton: 1\n',
    'reference: {js: []}\n',
    'reference: {js:}\n',
    'reference: []\n',
    'reference: {scala: []}\n',
    'reference: {json: []}\n',
    ...[
      'id: a',
      'id: 5',
      'id: " a "',
      'id: a b',
      'id: _a',
      'id: true',
      'id: ""',
      'id:',
      'url: /a',
      'url: 5',
      'type: [a]',
      'sendsEmail: true',
      'sendsEmail: 1',
    ].map(entity),
    ...[
      'patternBefore: sso.',
      'patternBefore: ""',
      "patternBefore: '\\s'",
      "patternBefore: '[a-z]+'",
      "patternBefore: '(a|b)'",
      "patternBefore: '\\w'",
      'patternBefore:',
    ].map(entity),
    ...[
      'parameters: []',
      'returns: a',
      'returns: {a: b}',
      'description: a',
      'description: ""',
      'description:',
      'optional: false',
      'default: null',
      'since: 1.0',
      'since:',
    ].map(entity),
    ...[
      'parameters:\n  - (limit)',
      'parameters:\n  - (User.id)',
      'parameters:\n  - (User.id.x)',
      'parameters:\n  - limit',
      'parameters:\n  - " (limit) "',
      'parameters:\n  - 5',
      'parameters:\n  - [a]',
      'parameters:\n  -',
      'parameters:\n  - type: a',
      'parameters:\n  - key:',
    ].map(entity),
    ...[
      'deprecated: true',
      'deprecated: false',
      'deprecated: Use b.',
      'deprecated: ""',
      'deprecated:',
      'deprecated: [a]',
      'optional: "true"',
      'optional:',
      'title: a',
      'title: ""',
      'tpye: a',
    ].map(item),
    ...[
      'default: a',
      'default: 1',
      'default: true',
      'default: null',
      'default: ""',
      'default: []',
      'default: [1, {a: b}]',
      'default: {a: b}',
    ].map(item),
    ...['unwrap: true', 'expanded: true', 'unwrap: false', 'unwrap: true\nproperties: []', 'unwrap: 1'].map(item),
    ...[`unwrap: true\n${inside}`, `expanded: true\n${inside}`, `unwrap: true\nexpanded: true\n${inside}`].map(item),
    ...[
      `unwrap: true\nexpanded: false\n${inside}`,
      `unwrap: false\nexpanded: false`,
      'unwrap: true\nexpanded: true',
      'expanded: true\nunwrap: false\nproperties: []',
    ].map(item),
    levels(1),
    levels(6),
    levels(7),
    `${levels(6)}`.replace(/- key: k5/, `- key: k5\n${' '.repeat(30)}properties: []`),
    'reference:\n  js:\n    - id: a\n',
    'reference:\n  js:\n    - a\n',
  ],
  navigation: [
    'title: A\nlinks: []\n',
    'links: a\n',
    'links:\n',
    'links:\n  - title: a\n',
    'links:\n  - url: /a\n',
    'links:\n  - a\n',
    'links:\n  - {title: a, url: /a, excludeFromSearch: true}\n',
    'links:\n  - {title: a, url: /a, excludeFromSearch: 1}\n',
    'links:\n  - {title: a, links: []}\n',
    'links:\n  - {title: "", url: /a}\n',
    'links:\n  - {title: a, ulr: /a}\n',
    links(1),
    links(4),
    links(5),
  ],
  site: [
    'title: A\n',
    'description: A\n',
    'title:\n',
    'title: A\nfoo: b\n',
    'title: A\nformat: 1\n',
    'title: A\nformat: 2\n',
    'title: A\nformat: "1"\n',
    ...[
      'format:',
      'format: a',
      'logo: a.svg',
      'logo: /a.svg',
      'logo: ../a.svg',
      'logo: ./../a.svg',
      'logo: {light: a, dark: b}',
      'logo: {light: a}',
      'logo: [a]',
      'logo: C:\\a.svg',
    ].map(site),
    ...[
      'icon: a.svg',
      'icon: a.png',
      'icon: ../a.svg',
      'socialImages: off',
      'socialImages: none',
      'accent: "#fff"',
      'accent: red',
      'accent: 123',
      'accent: "#ffff"',
    ].map(site),
    ...[
      'fonts: {text: {name: Inter}}',
      'fonts: {text: {file: a.woff2}}',
      'fonts: {text: {name: Inter, weights: 400}}',
      'fonts: {text: {name: Inter, weights: "100 900"}}',
      'fonts: {text: {name: Inter, weights: bold}}',
      'fonts: {text: {name: "<b>"}}',
      'fonts: {text: {name: Inter, file: a.ttf}}',
    ].map(site),
    ...[
      'url: https://example.com/docs',
      'url: example.com',
      'url: https://example.com/?a',
      'url: ftp://example.com',
    ].map(site),
    ...[
      'languages: [curl, kotlin]',
      'languages: [json]',
      'languages: [Foo]',
      'languages: [{id: curl}]',
      'languages: [{label: A}]',
      'languages: [{id: json}]',
      'languages: [5]',
      'languages: curl',
      'languages: [[]]',
    ].map(site),
    ...[
      'extensions: [.kt]',
      'extensions: [kt]',
      'extensions: .kt',
      'extensions: [.tar.gz]',
      'casing: snake',
      'casing: [snake, pascal]',
      'casing: []',
      'casing: Snake',
      'casing: kebab',
      'grammar: kotlin',
      'grammar: Kotlin',
      'grammar: kotlinn',
      'grammar:',
      'label: 5',
    ].map((line) => site(`languages:\n  - id: kotlin\n    ${line}`)),
    ...[
      '{name: a}',
      '{version: 1}',
      '{name: a, url: "https://a.example"}',
      '{name: a, url: "javascript:alert(1)"}',
      '{name: a, url: a}',
      '{name: a, version: 1.0}',
    ].map((value) => site(`languages:\n  - id: kotlin\n    package: ${value}`)),
    ...[
      'sections: [{title: A, path: /a}]',
      'sections: [{title: A}]',
      'sections: [{title: A, path: /}]',
      'sections: [{title: A, path: 5}]',
      'sections: [a]',
      'header: [{title: A, url: /a}]',
      'header: [{title: A}]',
    ].map(site),
    ...[
      'edit: "https://a.example/{path}"',
      'edit: "https://a.example/"',
      'edit: "{path}"',
      'edit: "javascript:{path}"',
      'edit: "HTTPS://a.example/{path}"',
    ].map(site),
    ...[
      'variants: [a]',
      'variants: a',
      'variants: [[a]]',
      'variants: []',
      'flags: [a, 5]',
      'flags: [null]',
      'requiredFirst: true',
      'requiredFirst: 1',
    ].map(site),
    ...[
      'components: {Chart: a.astro}',
      'components: {chart: a.astro}',
      'components: {CodeBlock: a.astro}',
      'components: {Chart.Line: a.astro}',
      'components: {Chart: a.js}',
      'components: {Chart: ../a.astro}',
    ].map(site),
    ...[
      'mdx: data',
      'mdx: code',
      'mdx: js',
      'severities: {unused-description: off}',
      'severities: {unused-description: high}',
      'severities: {wrong-type: off}',
      'severities: {nothing: off}',
    ].map(site),
    ...[
      'redirects: {/a: /b}',
      'redirects: {a: /b}',
      'redirects: {/a: b}',
      'redirects: {"/a?b": /b}',
      'outputs: {markdown: folder}',
      'outputs: {markdown: html}',
      'outputs: {skills: false}',
      'skills: {errors: /a}',
      'skills: {error: /a}',
      'skills: {errors: [a]}',
      'outputs: {markdown: off}',
      'budgets: {pageBytes: 5}',
      'budgets: {pageBytes: 0}',
      'budgets: {pageBytes: "5"}',
      'budgets: {pages: 5}',
      'diff: {impacts: {default-changed: text}}',
      'diff: {impacts: {default-change: text}}',
      'diff: {impacts: {default-changed: bad}}',
      'diff: {languages: {js: {argument-renamed: breaking}}}',
      'diff: {languages: {js: breaking}}',
    ].map(site),
  ],
  approvals: [
    'approvals: []\n',
    'approvals: [{change: 6faf9394e5750697, reason: A, who: B}]\n',
    'approvals: [{change: 6faf9394e5750697, reason: A, who: B, kind: correction, until: "2027-01-31"}]\n',
    'approvals: [{change: "*", reason: A, who: B}]\n',
    'approvals: [{change: 6faf9394e5750697, who: B}]\n',
    'approvals: [{change: 6faf9394e5750697, reason: A, who: B, until: later}]\n',
    'approvals: [{change: 6faf9394e5750697, reason: A, who: B, kind: fine}]\n',
    'approval: []\n',
    'approvals: [{change: 6faf9394e5750697, reason: A, who: B, until: 2027-01-31}]\n',
    'approvals: [{change: "6faf9394e5750697", reason: 5, who: B}]\n',
    'approvals: [{change: a000000000000000, reason: A, who: B, kind: accepted}]\n',
  ],
};

function site(line: string): string {
  return `title: A\n${line}\n`;
}

describe.each(kinds)('%s: schema and decoder agree about', (name) => {
  test.each([...new Set(table[name])])('%j', (yaml) => {
    const data: unknown = parse(yaml, { logLevel: 'silent' });
    const validate = validators.get(name)!;
    const isValid = validate(data);
    expect({ isRefusedBySchema: !isValid, errors: isValid ? null : validate.errors }).toMatchObject({
      isRefusedBySchema: isRefused(name, yaml),
    });
  });
});

test('the table has valid and invalid frontmatters of each kind of file', () => {
  for (const name of kinds) {
    const refused = table[name].filter((yaml) => isRefused(name, yaml)).length;
    expect(Math.min(refused, table[name].length - refused)).toBeGreaterThan(4);
  }
});
