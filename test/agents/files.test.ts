// The indexes and data for programs: llms.txt, llms-full.txt, page data, symbols, catalogue.

import { expect, test } from 'vitest';
import { splitParts } from '../../src/outputs/agents/split-parts.ts';
import { writeParts } from '../../src/outputs/agents/write-parts.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { sha256 } from '../../src/project/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { compile } from '../compile.ts';

const entity = (language: string, name: string): string =>
  `  ${language}:\n    - key: ${name}\n      id: door\n      properties:\n        - key: ${name}_id\n          type: T\n`;
const door = `---\ndescription: "A door. [x](javascript:y) <b>"\nreference:\n${entity('js', 'Door')}${entity('go', 'Gate')}---\n\n# Door\n`;
const files = {
  'site.yaml':
    'title: "Doors <& Co>"\nurl: https://example.com/docs/\nlanguages: [js, go]\ndescription: About doors.\nsections: [{ title: Reference, path: /reference }]\n',
  'reference/door.mdx': door,
  'reference/only-go.mdx': `---\nreference:\n${entity('go', 'Other')}---\n\n# Only go\n`,
};
const siteOf = (extra = {}): ReturnType<typeof viewContent> =>
  viewContent(compile({ ...files, ...extra }).resolved, {
    highlight: (text) => text.split('\n').map((line) => [{ text: line }]),
  });

test('llms.txt has the pages of its tree with absolute addresses, and escapes what authors write', () => {
  const made = siteOf().writeAgentFiles(sha256);
  expect(made.get('js/llms.txt')).toBe(
    `# Doors <& Co> (JavaScript)\n\n> About doors.\n\n## Reference\n\n` +
      '- [Door](https://example.com/docs/js/reference/door.md): A door. \\[x\\](javascript:y) \\<b> JavaScript: Door\n\n' +
      '## Optional\n\n- [llms-full.txt](https://example.com/docs/js/llms-full.txt): the text of all pages\n',
  );
  expect(made.get('go/llms.txt')).toContain('go/reference/only-go.md');
  expect(made.get('llms.txt')).toMatch(/\[Go\]\(https:\/\/example\.com\/docs\/go\/llms\.txt\)/);
});

test('a page is listed in the innermost section', () => {
  const made = siteOf({
    'site.yaml': files['site.yaml'].replace(
      '[{ title: Reference, path: /reference }]',
      '[{ title: Docs, path: /docs }, { title: API, path: /docs/api }, { title: Reference, path: /reference }]',
    ),
    'docs/start.md': '# Start\n',
    'docs/api/door.md': '# Door of the API\n',
  }).writeAgentFiles(sha256);
  expect(made.get('llms.txt')).toMatch(/## Docs\n\n- \[Start\][^#]*## API\n\n- \[Door of the API\]/);
});

test('a long list is split into parts by section, each below the limit', () => {
  const many = Object.fromEntries(
    Array.from({ length: 700 }, (_, i) => [
      `reference/p${i}.md`,
      `---\ndescription: ${'word '.repeat(20)}\n---\n\n# Page ${i}\n`,
    ]),
  );
  const made = siteOf(many).writeAgentFiles(sha256);
  const parts = [...made.keys()].filter((path) => path.startsWith('_llms/'));
  expect(parts).toEqual(['_llms/reference-1.txt', '_llms/reference-2.txt', '_llms/reference-3.txt']);
  for (const [path, text] of made) if (path.endsWith('.txt')) expect(text.length, path).toBeLessThan(50_000);
  for (const part of parts) expect(made.get('llms.txt')).toContain(`https://example.com/docs/${part})`);
  expect(parts.flatMap((part) => made.get(part)!.match(/^- /gm) ?? [])).toHaveLength(701);
});

test('an index that is too long is split, and no part replaces another', () => {
  const sections = ['a/b', 'a-b'].map((name) => ({
    title: name,
    name: name.replaceAll('/', '-'),
    texts: Array.from({ length: 400 }, (_, i) => `${name} ${i}`),
  }));
  const place = {
    site: compile(files).resolved.site,
    path: 'x.txt',
    folder: '_llms/',
    head: '# T\n',
    foot: ['Foot.\n'],
  };
  const made = writeParts(place, sections);
  expect(made.get('x.txt')).toBe(
    '# T\n\n## a/b\n\n- [a/b](https://example.com/docs/_llms/index-a-b.txt)\n\n' +
      '## a-b\n\n- [a-b](https://example.com/docs/_llms/index-a-b_2.txt)\n\nFoot.\n',
  );
  expect(made.get('_llms/index-a-b_2.txt')).toMatch(/^- \[a-b \(1 of 400\)\]\(\S+_llms\/a-b-1_2\.txt\)\n/);
  expect([...made.values()].filter((text) => /^a.b \d+$/.test(text))).toHaveLength(800);
  expect(Math.max(...[...made.values()].map(({ length }) => length))).toBeLessThan(50_000);
});

test('splitParts loses nothing, and passes no limit', () => {
  const chunks = ['a'.repeat(25), `${'b'.repeat(8)}\n\n${'c'.repeat(9)}`, '', 'd'];
  const parts = splitParts(chunks, 10);
  expect(parts.join('')).toBe(chunks.join(''));
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(10);
});

test('splitParts cuts no code in two that fits into a part', () => {
  const code = '  ```js\n  a\n\n  ~~~\n\n  b\n  ```';
  const text = `Words.\n\n${code}\n\nMore words.\n`;
  expect(splitParts([text], 35)).toEqual(['Words.\n\n', `${code}\n\n`, 'More words.\n']);
  expect(splitParts([`${code}\n`], 24).join('')).toBe(`${code}\n`);
});

test('llms-full.txt of a language has the texts of its twins, and no page of another language', async () => {
  const site = siteOf();
  const twins = new Map<string, string>();
  for (const address of site.addresses)
    for (const [path, text] of site.writeTwins(await site.viewPage(address, strings.values), strings))
      twins.set(path, text);
  const text = site.writeFullTexts('js', (path) => twins.get(path)!).get('js/llms-full.txt')!;
  expect(text).toContain('<!-- https://example.com/docs/js/reference/door.md -->\n\n# Door\n');
  expect(text).toContain('- `Door_id` `T`');
  expect(text).not.toMatch(/Only go|^---$/m);
});

test('a page has its data in all languages, and symbols have all spellings', async () => {
  const site = siteOf();
  const view = await site.viewPage({ route: 'reference/door' }, strings.values);
  expect(site.twinsOf({ route: 'reference/door' })).toEqual(['reference/door.md', 'reference/door.json']);
  expect(site.twinsOf({ route: 'reference/door', language: 'js' })).toEqual(['js/reference/door.md']);
  const data = JSON.parse(site.writeTwins(view, strings).get('reference/door.json')!);
  expect(data).toMatchObject({ format: 'stele-page', version: 1, route: 'reference/door', languages: ['js', 'go'] });
  expect(Object.keys(data.entities[0].forms)).toEqual(['js', 'go']);
  expect(JSON.stringify(data)).not.toContain('"origin"');
  const { symbols } = JSON.parse(site.writeAgentFiles(sha256).get('symbols.json')!);
  expect(symbols[0]).toEqual({ at: 'reference/door#door', kind: 'object', names: { js: 'Door', go: 'Gate' } });
  const { linkset } = JSON.parse(site.writeAgentFiles(sha256).get('.well-known/api-catalog')!);
  expect(linkset[0].anchor).toBe('https://example.com/docs/');
});

test('the catalogue names skills only if the site has some', () => {
  const catalogOf = (more: Readonly<Record<string, string>>): string =>
    siteOf(more).writeAgentFiles(sha256).get('.well-known/api-catalog')!;
  expect(catalogOf({})).toContain('agent-skills');
  expect(catalogOf({ 'reference/door.mdx': '# Door\n', 'reference/only-go.mdx': '# Go\n' })).not.toContain(
    'agent-skills',
  );
});

test('without a title of letters a to z, and without an address, a skill still has a name and relative links', () => {
  const made = siteOf({
    'site.yaml': 'title: 扉\nlanguages: [js, go]\noutputs: { markdown: off }\n',
  }).writeAgentFiles(sha256);
  const skill = made.get('.well-known/agent-skills/reference-js/SKILL.md')!;
  expect(skill).toContain('Links are relative to the place of this file on the site.');
  expect(skill).toContain('- [Door](../../../js/reference/door/): ');
  expect(skill).not.toMatch(/Install|llms-full|Markdown/);
});

test('each output can be switched off', () => {
  const off = files['site.yaml'].concat('outputs: { markdown: off, llms: false, json: false, skills: false }\n');
  const site = siteOf({ 'site.yaml': off });
  expect([...site.writeAgentFiles(sha256).keys()]).toEqual([]);
  expect(site.fullTexts).toEqual([]);
  expect(site.twinsOf({ route: 'reference/door' })).toEqual([]);
});
