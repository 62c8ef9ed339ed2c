// Decomposed names (NFD, as macOS writes them) are the same names as composed ones (NFC) everywhere.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compileContent } from '../../src/compiler/index.ts';
import { copyAssets, readContent } from '../../src/project/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { pathOf } from '../../src/outputs/html/addresses.ts';
import { compile, findings } from '../compile.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

const apart = (text: string): string => text.normalize('NFD');

let content: string;
beforeEach(() => void (content = temporaryFolder()));
afterEach(() => removeFolder(content));

/** Writes files with decomposed names. Their texts contain the composed names. */
function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(content, dirname(apart(path))), { recursive: true });
    writeFileSync(join(content, apart(path)), text);
  }
}

const files: Readonly<Record<string, string>> = {
  'site.yaml':
    'title: S\nlanguages: [js]\nlogo: bilder/löwe.svg\nsections:\n  - { title: Führer, path: /führer }\n' +
    'header:\n  - { title: A, url: /führer/résumé }\nredirects:\n  /früher: /führer/résumé#größe\n',
  'führer/_navigation.mdx':
    '---\ntitle: Führer\nlinks:\n  - { title: R, url: /führer/résumé }\n  - { title: Z, url: /führer/zurück }\n---\n',
  'führer/résumé.mdx': '# Résumé\n\n## Größe\n\n<CodeBlock file="öffnen" />\n',
  'führer/zurück.mdx':
    '# Zurück\n\n[a](/führer/résumé) [b](résumé.mdx#größe) [c](/führer/résumé/größe) ' +
    '[d](/f%C3%BChrer/r%C3%A9sum%C3%A9) [e](/früher)\n\n![Löwe](../bilder/löwe.svg)\n',
  'führer/_samples/öffnen.js': 'open();\n',
  'bilder/löwe.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
};

test('pages, anchors, samples, assets, sections and redirects are found, with composed addresses', async () => {
  write(files);
  const { content: read, diagnostics } = await readContent(content);
  const { resolved, diagnostics: found } = compileContent(read, diagnostics);
  expect(found).toEqual([]);
  expect([...resolved.pages.keys()]).toEqual(['führer/résumé', 'führer/zurück']);
  const site = viewContent(resolved, { highlight: (text) => text.split('\n').map((line) => [{ text: line }]) });
  expect(site.addresses.map(pathOf).every((path) => path === path.normalize('NFC'))).toBe(true);
  expect(site.redirects[0]!.href).toBe(`../f%C3%BChrer/r%C3%A9sum%C3%A9/#gr%C3%B6%C3%9Fe`);
  expect(site.assets).toEqual(['bilder/löwe.svg']);
  const out = temporaryFolder();
  await copyAssets(content, site, out);
  const { readdirSync } = await import('node:fs');
  expect(readdirSync(join(out, '_content/bilder'))).toEqual(['löwe.svg']);
  removeFolder(out);
});

test('files with composed names are found by decomposed names', () => {
  const composed = Object.fromEntries(Object.entries(files).filter(([path]) => !path.endsWith('.svg')));
  const texts = Object.fromEntries(
    Object.entries(composed).map(([path, text]) => [
      path,
      apart(text)
        .replace(apart('logo: bilder/löwe.svg\n'), '')
        .replace(/!\[.*\n/, ''),
    ]),
  );
  expect(findings(compile(texts))).toEqual([]);
});

test.each([
  ['two pages', ['é.mdx', apart('é.mdx')], 'error duplicate-route é.mdx'],
  ['two pages in two folders', [apart('é/a.mdx'), 'é/a.mdx'], 'error duplicate-route é/a.mdx'],
  ['two pages that differ in case too', ['É.mdx', apart('é.mdx')], `error duplicate-route É.mdx`],
])('%s whose composed names are equal give a finding', (_name, paths, finding) => {
  expect(findings(compile(Object.fromEntries(paths.map((path) => [path, '# A\n']))))).toEqual([finding]);
});

test('two files whose composed names are equal give a finding, and none of them is published', async () => {
  write({
    'a.mdx': '# A\n\n![Lion](löwe.svg)\n',
    'löwe.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="2"/>',
  });
  writeFileSync(join(content, 'löwe.svg'), '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>');
  const { diagnostics } = await readContent(content);
  expect(diagnostics.map(({ code, file }) => `${code} ${file.normalize('NFC')}`)).toEqual(['unreadable-file löwe.svg']);
});
