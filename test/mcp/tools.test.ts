// The tools for assistants over a built site in memory, with the client of the protocol's SDK.

import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { beforeAll, expect, test } from 'vitest';
import { createServer, SiteReader } from '../../src/mcp/index.ts';
import { cutPart, partLength } from '../../src/mcp/text-parts.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { sha256 } from '../../src/project/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { compile } from '../compile.ts';

const entity = (language: string, key: string, id: string): string =>
  `  ${language}:\n    - key: ${key}\n      id: ${id}\n      properties:\n        - key: ${language === 'js' ? 'openedBy' : 'opened_by'}\n          type: T\n          description: Its name.\n`;
const files = {
  'site.yaml':
    'title: Doors\nurl: https://example.com/docs/\nlanguages: [js, go]\nsections: [{ title: Reference, path: /reference }]\n',
  'reference/door.mdx': `---\nreference:\n${entity('js', 'Door', 'door')}${entity('go', 'Gate', 'door')}---\n\n# Door\n\n<CodeBlock referenceId="door" />\n\n## More\n\nWords.\n`,
  'reference/other.mdx': `---\nreference:\n${entity('go', 'Other', 'other')}---\n\n# Other\n`,
  'guides/longer.md': `# Longer\n\n${'A line of words.\n\n'.repeat(4000)}`,
  'guides/long.md': `# Long\n\n${'A line of words.\n\n'.repeat(2000)}`,
};

const built = new Map<string, string>();
let client: Client;
beforeAll(async () => {
  const site = viewContent(compile(files).resolved, {
    highlight: (text) => text.split('\n').map((line) => [{ text: line }]),
  });
  for (const address of site.addresses)
    for (const [path, text] of site.writeTwins(await site.viewPage(address, strings.values), strings))
      built.set(path, text);
  for (const [path, text] of [...site.writeAgentFiles(sha256), ...site.writeSearch()]) built.set(path, text);
  const reader = new SiteReader((path) => Promise.resolve(built.get(path)), new URL('https://example.com/docs/'));
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await createServer(reader, '1.0.0').connect(ours);
  client = new Client({ name: 'test', version: '1' });
  await client.connect(theirs);
});

async function call(name: string, given: Record<string, unknown> = {}): Promise<{ text: string; isError: boolean }> {
  const answer = await client.callTool({ name, arguments: given });
  const [content] = answer.content as { text: string }[];
  return { text: content!.text, isError: answer.isError === true };
}

test('lists its tools, all of which only read', async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['search', 'read_page', 'read_entity', 'list_languages']);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
});

test('search finds a name in the spelling of another language, with its address', async () => {
  const { text } = await call('search', { query: 'opened_by', language: 'js' });
  expect(text).toContain('openedBy (property, on Door): https://example.com/docs/js/reference/door/#door.');
});

test('read_page gives a page in a language, by route or address', async () => {
  const page = await call('read_page', { route: 'reference/door', language: 'go' });
  expect(page.text).toMatch(/^Source: https:\/\/example\.com\/docs\/go\/reference\/door\/\n\n---\ntitle: "Door"/);
  expect(page.text).toContain('`opened_by` `T`');
  expect((await call('read_page', { route: '/reference/door.md', language: 'go' })).text).toBe(page.text);
  expect((await call('read_page', { route: '/' })).isError).toBe(false);
});

test('read_page takes the addresses that answers name, and the language that is asked for wins', async () => {
  const page = await call('read_page', { route: 'reference/door', language: 'go' });
  expect(await call('read_page', { route: 'https://example.com/docs/go/reference/door/#door.Door' })).toEqual(page);
  expect(await call('read_page', { route: 'https://example.com/docs/js/reference/door.md?x', language: 'go' })).toEqual(
    page,
  );
  expect(await call('read_page', { route: '/js/reference/door#door', language: 'go' })).toEqual(page);
  expect((await call('read_page', { route: 'https://example.com/docs/' })).text).toMatch(
    /^Source: https:\/\/example\.com\/docs\/\n/,
  );
  const other = await call('read_page', { route: 'https://example.com/docs/../secret' });
  expect(other).toEqual({
    isError: true,
    text: '"https://example.com/docs/../secret" is not an address of this site, https://example.com/docs/.',
  });
});

test('a long page comes in parts', async () => {
  const first = await call('read_page', { route: 'guides/long' });
  expect(first.text).toMatch(/^Source: \S+ This is part 1 of 2\. Ask for part 2 to read on\.\n/);
  expect(first.text.length).toBeLessThan(partLength + 200);
  expect((await call('read_page', { route: 'guides/long', part: 2 })).text).toMatch(/This is part 2 of 2\.\n/);
  const text = 'ab\n'.repeat(20_000);
  const parts = [1, 2, 3].map((number) => cutPart(text, number).text);
  expect(parts.join('')).toBe(text);
  expect(cutPart('name, '.repeat(5000)).text).toMatch(/name, $/);
});

test('a page with a twin in several files is read as a whole', async () => {
  expect([...built.keys()].filter((path) => path.startsWith('go/guides/longer'))).toEqual([
    'go/guides/longer.md',
    'go/guides/longer.part-2.md',
  ]);
  const parts = await Promise.all(
    [1, 2, 3, 4].map((part) => call('read_page', { route: '/go/guides/longer.part-2.md', language: 'go', part })),
  );
  const text = parts.map((part) => part.text.replace(/^.*\n\n/, '')).join('');
  expect(text.match(/A line of words\.\n/g)).toHaveLength(4000);
  expect(text).not.toMatch(/^Part |^part:/m);
});

test('read_entity gives its section alone, by id or by a name in any language', async () => {
  const byId = await call('read_entity', { name: 'door', language: 'js' });
  expect(byId.text).toMatch(/^Source: https:\/\/example\.com\/docs\/js\/reference\/door\/#door\n\n## `Door`\n/);
  expect(byId.text).not.toContain('## More');
  for (const name of ['Gate', 'DOOR', 'ga-te'])
    expect(await call('read_entity', { name, language: 'js' })).toEqual(byId);
  expect(await call('read_entity', { name: 'other', language: 'js' })).toEqual({
    isError: true,
    text: '"other" is not in js. It is in: go.',
  });
});

test('list_languages tells what each language lacks', async () => {
  const { text } = await call('list_languages');
  expect(text).toBe('- js (JavaScript): lacks other\n- go (Go): has all objects and methods');
});

test('a long list of what a language lacks comes in parts', async () => {
  const names = Array.from({ length: 2000 }, (_, i) => `thing-number-${i}`);
  const list = {
    languages: [{ id: 'js', label: 'JavaScript' }],
    symbols: names.map((name) => ({ at: `things#${name}`, kind: 'object', names: { go: name } })),
  };
  const reader = new SiteReader(() => Promise.resolve(JSON.stringify(list)), new URL('https://example.com/'));
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await createServer(reader, '1.0.0').connect(ours);
  const other = new Client({ name: 'test', version: '1' });
  await other.connect(theirs);
  const ask = async (part: number): Promise<string> => {
    const { content } = await other.callTool({ name: 'list_languages', arguments: { part } });
    return (content as { text: string }[])[0]!.text;
  };
  expect(await ask(1)).toMatch(
    /^This is part 1 of 2\. Ask for part 2 to read on\.\n\n- js \(JavaScript\): lacks thing-/,
  );
  expect((await ask(1)).length).toBeLessThan(partLength + 200);
  expect(await ask(2)).toMatch(/, thing-number-1999$/);
});

test.each([
  ['read_page', { route: 'reference/door', language: 'cobol' }, /has no language "cobol"\. It has: js, go\./],
  ['read_page', { route: '../../etc/passwd' }, /is not the route of a page/],
  ['read_page', { route: '/%2e%2e/secret' }, /is not the route of a page/],
  ['read_page', { route: '.well-known/x' }, /is not the route of a page/],
  ['read_page', { route: '_search/js.json' }, /is not the route of a page/],
  ['read_page', { route: 'file:///etc/passwd' }, /is not the route of a page/],
  ['read_page', { route: 'nothing' }, /has no page "\/nothing"/],
  ['read_entity', { name: '__proto__' }, /There is no object or method/],
  ['search', { query: 'x'.repeat(1_000_000) }, /too_big|at most|Too big/i],
  ['search', {}, /required|expected string/i],
])('%s with hostile input %# is an error with a reason', async (name, given, reason) => {
  const { text, isError } = await call(name, given);
  expect(isError).toBe(true);
  expect(text).toMatch(reason);
  expect(text.length).toBeLessThan(2000);
});
