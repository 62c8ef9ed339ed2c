// The own code of a site: components that `site.yaml` names, and code in bodies if it has `mdx: code`.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { byTag, parseHtml, visibleText } from './html.ts';
import { removeFolder, runStele, temporaryFolder } from './run-stele.ts';

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

const files: Readonly<Record<string, string>> = {
  'site.yaml':
    'title: T\nlanguages: [js]\nmdx: code\ncomponents:\n  Chart: components/Chart.astro\n' +
    '  Chart.Line: components/Line.astro\n  Badge: components/Badge.astro\n',
  'components/Chart.astro':
    "---\nimport { sum } from './sum.mjs';\nconst { title, values } = Astro.props;\n---\n" +
    '<figure>{title}: {sum(values)} <slot /></figure>\n',
  'components/sum.mjs': 'export const sum = (values) => values.reduce((a, b) => a + b, 0);\n',
  'components/Line.astro': '<i><slot /></i>\n',
  'components/Badge.astro': '<b>our badge <slot /></b>\n',
  'docs/numbers.mjs': 'export const answer = 42;\n',
  'docs/Widget.astro': '---\nconst { name } = Astro.props;\n---\n<u>{name}</u>\n',
  'docs/a.mdx': `---
externalAssets:
  logo: https://example.com/logo.png
---

import { answer } from './numbers.mjs'
import Widget from './Widget.astro'
export const twice = answer * 2

# A

Answer {answer}, twice {twice}, at {externalAssets.logo + '?x'}.

<Widget name={\`n\${answer}\`} />

<Chart title="Sum" values={[1, 2, 3]}>Inside **it**</Chart>

<Chart.Line>Line</Chart.Line>

<Badge>here</Badge>
`,
};

async function build(
  more: Readonly<Record<string, string>> = {},
  args = ['build'],
): Promise<{ readonly code: number | null; readonly stderr: string }> {
  for (const [path, text] of Object.entries({ ...files, ...more })) {
    mkdirSync(join(folder, 'content', path, '..'), { recursive: true });
    writeFileSync(join(folder, 'content', path), text);
  }
  return runStele(args, { cwd: folder });
}

test('components, imports, exports, expressions and external assets work', async () => {
  const { code, stderr } = await build();
  expect([code, stderr]).toEqual([0, expect.not.stringMatching(/error|warning/)]);
  for (const tree of ['', 'js/']) {
    const page = parseHtml(readFileSync(join(folder, 'dist', tree, 'docs/a/index.html'), 'utf8'));
    const [main] = byTag(page, 'main');
    expect(visibleText(main!)).toContain(
      'Answer 42, twice 84, at https://example.com/logo.png?x. n42 Sum: 6 Inside it Line our badge here',
    );
    expect(['figure', 'strong', 'i', 'u', 'b'].map((name) => byTag(main!, name).length)).toEqual([1, 1, 1, 1, 1]);
  }
});

const broken = (text: string): Readonly<Record<string, string>> => ({ 'components/Line.astro': text });

test.each<[string, Readonly<Record<string, string>>, RegExp]>([
  [
    'a component that throws',
    broken('---\nconst a = 1;\nthrow new Error("on purpose");\n---\n'),
    /\(content\/components\/Line\.astro:3:1, on the page \/docs\/a\/\)\.\non purpose\n/,
  ],
  [
    'a component that lacks a property',
    broken('---\nconst { items } = Astro.props;\n---\n<b>{items.map((item) => item)}</b>\n'),
    /\(content\/components\/Line\.astro:4:5, on the page \/docs\/a\/\)\.\nCannot read properties of undefined/,
  ],
  // Astro's own error, which names the text.
  [
    'a component that throws a text',
    broken("---\nthrow 'on purpose';\n---\n"),
    /\(on the page \/docs\/a\/\)\.\n.*on purpose/,
  ],
  [
    'a component that throws an object',
    broken("---\nthrow { message: 'on purpose' };\n---\n"),
    /\(on the page \/docs\/a\/\)\.\non purpose\n/,
  ],
  [
    'a component whose error has an id, as errors of many APIs have',
    broken("---\nthrow Object.assign(new Error('on purpose'), { id: 42, errors: [{ path: 'a' }] });\n---\n"),
    /\(content\/components\/Line\.astro:2:1, on the page \/docs\/a\/\)\.\non purpose\n/,
  ],
  [
    'a promise of a component that nothing awaits',
    broken("---\nPromise.reject(new Error('on purpose'));\n---\n"),
    /the site's own code failed\.\non purpose\n/,
  ],
  [
    'a Markdown form that throws no error',
    { 'components/Line.md.mjs': 'throw Object.create(null);\n' },
    /\(content\/components\/Line\.md\.mjs\)\.\n\[Object: null prototype\] {}\n/,
  ],
  [
    'a component that imports a file that does not exist',
    broken("---\nimport X from './X.astro';\n---\n<X />\n"),
    /\(content\/components\/Line\.astro:2:15\)\.\n.*Could not resolve '\.\/X\.astro'/,
  ],
  [
    'a component that imports what a file does not export',
    broken("---\nimport { no } from './sum.mjs';\n---\n{no}\n"),
    /\(content\/components\/Line\.astro:2:10\)\.\n.*"no" is not exported/,
  ],
  [
    'a component with a mistake in its style',
    broken('<b>x</b>\n<style>\nb { color: red;\ni } }\n</style>\n'),
    /\(content\/components\/Line\.astro:4:2\)\.\nUnknown word i\n/,
  ],
  [
    'a body',
    { 'docs/b.mdx': '# B\n\n{(() => { throw new Error("on purpose"); })()}\n' },
    /on the page \/docs\/b\/\)\.\non purpose\n/,
  ],
  ['an import', { 'docs/b.mdx': "import x from './nowhere.mjs'\n\n# B\n" }, /nowhere\.mjs/],
])('%s is reported with its place, and nothing is written', async (_name, more, words) => {
  const { code, stderr } = await build(more);
  expect(code, stderr).toBe(1);
  expect(stderr).toMatch(/Nothing was written: the site's own code failed/);
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/bug in Stele|\n\s+at /);
  expect(existsSync(join(folder, 'dist'))).toBe(false);
});

const chart =
  'export default ({ title, values }, content) => `**${title}:** ${values.length} values\\n\\n${content}`;\n';

test('a module beside a component gives its Markdown form, and a comment stands in for a missing one', async () => {
  const { code, stderr } = await build({ 'components/Chart.md.mjs': chart });
  expect([code, stderr]).toEqual([0, expect.not.stringMatching(/error|warning/)]);
  const twin = readFileSync(join(folder, 'dist/js/docs/a.md'), 'utf8');
  expect(twin).toContain('\n\n**Sum:** 3 values\n\nInside **it**\n\n');
  expect(twin).toContain('<!-- Chart.Line -->\n\nLine\n');
  expect(twin).not.toContain('<!-- Chart -->');
});

test('a Markdown form that fails stops the build with its file', async () => {
  const { code, stderr } = await build({
    'components/Chart.md.mjs': 'export default () => { throw new Error("on purpose"); };\n',
  });
  expect([code, existsSync(join(folder, 'dist'))]).toEqual([1, false]);
  expect(stderr).toMatch(/Chart\.md\.mjs\)\.\non purpose/);
});

test('content of others runs no Markdown form', async () => {
  const mark = join(folder, 'it-ran');
  const text = `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(mark)}, '');\n${chart}`;
  for (const args of [['build', '--untrusted'], ['check']]) {
    await build({ 'components/Chart.md.mjs': text }, args);
    expect(existsSync(mark), args.join(' ')).toBe(false);
  }
  await build();
  expect(existsSync(mark)).toBe(true);
});

test('styles, scripts and pictures of components have relative addresses, under any path', async () => {
  const component =
    '---\nimport logo from \'./logo.svg?url\';\n---\n<img src={logo} alt="" /><p class="own"><slot /></p>\n' +
    "<style>.own { color: teal; background: url(./logo.svg); }</style>\n<script>console.log('own script');</script>\n";
  const logo = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>';
  const { code, stderr } = await build({ ...broken(component), 'components/logo.svg': logo }, [
    'build',
    '--base',
    '/docs/',
  ]);
  expect(code, stderr).toBe(0);
  const site = join(folder, 'dist');
  const html = readFileSync(join(site, 'docs/a/index.html'), 'utf8');
  expect(html).not.toContain('"/docs/_stele/');
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)">/g)].map(([, href]) => href!);
  const styles = sheets.map((href) => readFileSync(join(site, 'docs/a', href), 'utf8')).join('\n');
  expect(styles).toMatch(/\.own\[[^\]]+\]\{[^}]*url\("?\.\/logo\.[\w-]+\.svg"?\)/);
  expect(html).toMatch(/<img src="\.\.\/\.\.\/_stele\/logo\.[\w-]+\.svg"/);
  const scripts = [...html.matchAll(/<script type="module" src="([^"]+)">/g)].map(([, src]) => src!);
  expect(scripts.some((src) => readFileSync(join(site, 'docs/a', src), 'utf8').includes('own script'))).toBe(true);
});

test('a header of the site leaves the language tabs their height: the mark for the styles is not in it', async () => {
  const { code, stderr } = await build({
    'site.yaml': 'title: T\nlanguages: [js, python]\ncomponents:\n  Header: components/Own.astro\n',
    'components/Own.astro': '<header>own</header>\n',
    'docs/a.mdx': '---\nreference:\n  js:\n    - key: Door\n      id: door\n---\n\n# A\n',
  });
  expect([code, stderr]).toEqual([0, expect.not.stringMatching(/error|warning/)]);
  const html = readFileSync(join(folder, 'dist/docs/a/index.html'), 'utf8');
  expect(html).toMatch(/class="skip to-languages" href="#-languages"[^]*<header>own<\/header>[^]*<nav id="-languages"/);
});
