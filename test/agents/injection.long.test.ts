// Every string that an author can write stays in its place in the files for programs and in the answers of `stele mcp`:
// no markup, no front matter, no fence, no comment and no line of a list comes from it.

import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import type { Nodes, Root, Text } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { createServer, SiteReader } from '../../src/mcp/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { readDataSchemas } from '../../src/project/data-schemas.ts';
import { sha256 } from '../../src/project/index.ts';
import { strings } from '../../src/site/strings/en.ts';
import { compile } from '../compile.ts';
import { contentWith, markOf, payloads } from '../site/injection-content.ts';
import { schemaErrors } from './schema-errors.ts';

/** Strings that try to leave front matter, fences, comments, lists and lines. */
const breakers: readonly string[] = [
  '---\ntitle: evil',
  '\n\n---\n\n# evil',
  '```\n# evil\n```',
  '~~~\n# evil',
  '    # evil',
  '--> # evil <!--',
  '\n- [evil](https://evil.example/)',
  '\n> evil',
  '[evil](javascript:alert(1))',
  '![evil](//evil.example/x.png)',
  '\u0000\u0007\u001b[31mevil\u009b31m\u2028# evil\u2029# evil\u0085',
  '\ufdd0\ufdd1\ufdd2block 0\ufdd3',
  'evil"\nentities: [evil]',
];
const written = [...payloads, ...breakers.map((text) => text.replace(/[\u0000-\u0008\u000b-\u001f\n]+/g, ' '))];

const files = new Map<string, string>();
let client: Client;
beforeAll(async () => {
  const { resolved } = compile({ ...contentWith(written), 'docs/door.mdx': door() });
  const site = viewContent(resolved, { highlight: (text) => text.split('\n').map((line) => [{ text: line }]) });
  for (const address of site.addresses)
    for (const [path, text] of site.writeTwins(await site.viewPage(address, strings.values), strings))
      files.set(path, text);
  for (const tree of site.fullTexts)
    for (const [path, text] of site.writeFullTexts(tree, (twin) => files.get(twin)!)) files.set(path, text);
  for (const [path, text] of [...site.writeAgentFiles(sha256), ...site.writeSearch()]) files.set(path, text);
  const reader = new SiteReader((path) => Promise.resolve(files.get(path)), new URL('https://example.com/'));
  const [ours, theirs] = InMemoryTransport.createLinkedPair();
  await createServer(reader, '1.0.0').connect(ours);
  client = new Client({ name: 'test', version: '1' });
  await client.connect(theirs);
}, 60_000);

/** A page whose texts have line breaks and controls, as YAML can write them. */
function door(): string {
  const all = JSON.stringify(breakers.join(' '));
  const item = { key: `id${breakers.join(' ')}`, type: breakers.join(' '), default: breakers.join(' ') };
  return (
    `---\ntitle: ${all}\ndescription: ${all}\nreference:\n` +
    `  js: [{ key: Door, id: door, title: ${all}, since: ${all}, properties: [${JSON.stringify(item)}] }]\n---\n\n# Door\n`
  );
}

const parser = unified().use(remarkParse).use(remarkGfm);
function nodesIn(text: string): readonly Nodes[] {
  const nodes: Nodes[] = [];
  const visit = (node: Nodes): void => {
    nodes.push(node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(parser.parse(text) as Root);
  return nodes;
}

const withoutFront = (text: string): string => text.replace(/^---\n[^]*?\n---\n\n/, '');
const twins = (): readonly [string, string][] => [...files].filter(([path]) => path.endsWith('.md'));
const lists = (): readonly [string, string][] =>
  [...files].filter(([path]) => /(?:llms[^/]*|_llms\/.*)\.txt$|SKILL\.md$/.test(path));

/** What a reader of Markdown takes for markup that no file of Stele has. */
function foreignIn([path, text]: readonly [string, string]): readonly string[] {
  const body = withoutFront(text);
  return nodesIn(body).flatMap((node) => {
    const shown = JSON.stringify(node.type === 'html' ? node.value : 'url' in node ? node.url : '').slice(0, 80);
    if (node.type === 'html')
      return /^<!-- \/[\w./-]+ \(links are relative to it\) -->$/.test(node.value) ? [] : [`${path}: html ${shown}`];
    if (node.type === 'heading' && /^\s*evil/.test(body.slice(node.children[0]?.position?.start.offset ?? 0)))
      return [`${path}: heading`];
    const isAddress = node.type === 'link' || node.type === 'image' || node.type === 'definition';
    // Readers may link a bare address: it is shown as it was written.
    if (node.type === 'link' && node.url.endsWith((node.children[0] as Text | undefined)?.value ?? '-')) return [];
    // In two places the strings are Markdown, so this is a link of the author.
    if (node.type === 'link' && node.url === 'https://evil.example/' && /p46|markdown|full[-/]/.test(path)) return [];
    const isForeign = isAddress && (/^(?:javascript|data|vbscript):/i.test(node.url) || node.url.includes('evil'));
    return isForeign ? [`${path}: ${node.type} ${shown}`] : [];
  });
}

test('no twin, list or skill has markup that comes from a string', () => {
  expect(twins().length).toBeGreaterThan(2 * written.length);
  expect(lists().length).toBeGreaterThan(4);
  expect([...twins(), ...lists()].flatMap(foreignIn)).toEqual([]);
});

test('the front matter of twins and skills has its keys and no others, and every string as it was written', () => {
  const known = new Set(['title', 'description', 'language', 'entities', 'name']);
  for (const [path, text] of twins()) {
    const front = parseYaml(/^---\n([^]*?)\n---\n/.exec(text)![1]!) as Record<string, unknown>;
    expect([path, Object.keys(front).filter((key) => !known.has(key))]).toEqual([path, []]);
    const number = /docs\/p(\d+)\.md$/.exec(path)?.[1];
    if (number === undefined || path.startsWith('.')) continue;
    const title = markOf('title', Number(number)) + written[Number(number)]!;
    expect([path, front['title']]).toEqual([path, title.trim()]);
  }
});

test('no twin, list or skill has a control character', () => {
  const found = [...twins(), ...lists()].filter(([, text]) => /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text));
  expect(found.map(([path]) => path)).toEqual([]);
});

test('data has the strings as they were written, and follows its schemas', async () => {
  const schemas = await readDataSchemas();
  for (const i of written.keys()) {
    const text = files.get(`docs/p${i}.json`)!;
    const data = JSON.parse(text) as { title: string; $schema: string };
    expect(data.title).toBe((markOf('title', i) + written[i]!).trim());
    expect(schemaErrors(schemas.get('_schemas/page-1.json')!, text)).toEqual([]);
  }
  expect(schemaErrors(schemas.get('_schemas/symbols-1.json')!, files.get('symbols.json')!)).toEqual([]);
  expect(files.get('docs/door.json')).toContain('\\u0000');
});

test('answers of the server have no line that comes from a string', async () => {
  const call = async (name: string, given: object): Promise<string> =>
    ((await client.callTool({ name, arguments: { ...given } })).content as { text: string }[])[0]!.text;
  for (const i of written.keys()) {
    const page = await call('read_page', { route: `docs/p${i}`, language: 'js' });
    expect(page.slice(page.indexOf('\n\n') + 2)).toContain(files.get(`js/docs/p${i}.md`)!.slice(0, 15_000));
    const found = await call('search', { query: markOf('title', i), language: 'js' });
    expect(found.split('\n').filter((line) => !/^(?:- |Names:$|Pages:$|Nothing )/.test(line))).toEqual([]);
  }
  const found = await call('search', { query: 'Door', limit: 50 });
  expect(found).toContain('/docs/door/');
  expect(found.split('\n').filter((line) => !/^(?:- \S.*https:\/\/example\.com\/|Names:$|Pages:$)/.test(line))).toEqual(
    [],
  );
});
