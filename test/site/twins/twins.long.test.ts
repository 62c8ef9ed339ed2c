// Every page of the example site and of the public corpus says the same as its Markdown twin.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { afterAll, expect, test } from 'vitest';
import { schemaErrors } from '../../agents/schema-errors.ts';
import { openCorpus } from '../../corpus/open-corpus.ts';
import { connectHttp, connectStdio, startHttp, textOf, timeCalls, type Call } from '../../mcp/mcp-client.ts';
import { buildSite } from '../build-site.ts';
import { removeFolder, repository } from '../run-stele.ts';
import { questions } from './questions.ts';
import { compareTwin, twinFileOf } from './compare-twin.ts';

const languages = /^(?:curl|js|python|ruby|go|php|java|dotnet)\//;

const corpus = await openCorpus();
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) removeFolder(join(folder, '..'));
});

async function build(content: string, args: readonly string[] = []): Promise<string> {
  const { folder } = await buildSite(content, { code: args.length > 0 ? 1 : 0, args });
  folders.push(folder);
  return folder;
}

function pagesOf(folder: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true }) as string[];
  return files.filter((path) => /(?:^|\/)index\.html$/.test(path)).map((path) => path.slice(0, -'index.html'.length));
}

test('on the example site, all twins are equal, answer 30 questions, and take at most 0.35 of the pages of the reference', async () => {
  const folder = await build(join(repository, 'content'));
  const pages = pagesOf(folder);
  expect(pages.length).toBeGreaterThan(380);
  expect(pages.flatMap((path) => compareTwin(folder, path) ?? [])).toEqual([]);
  const bytesOf = (path: string): number => statSync(join(folder, path)).size;
  const large = pages
    .filter((path) => path.includes('reference/'))
    .filter((path) => bytesOf(twinFileOf(folder, path)) > 0.35 * bytesOf(`${path}index.html`));
  expect(large).toEqual([]);
  const isData = (path: string): boolean => path.endsWith('.json') && !/^(?:_search|_schemas|_routes|\.)/.test(path);
  const data = (readdirSync(folder, { recursive: true }) as string[]).filter(isData);
  // A page each, the names, and the routes.
  expect(data).toHaveLength(pages.filter((path) => !languages.test(path)).length + 2);
  for (const path of data) {
    const text = readFileSync(join(folder, path), 'utf8');
    const { $schema } = JSON.parse(text) as { $schema: string };
    const schema = readFileSync(join(folder, path, '..', $schema), 'utf8');
    expect(schemaErrors(schema, text), path).toEqual([]);
  }
  const asked = questions.flatMap(({ asks, route, answers }) =>
    Object.entries(answers).map(([language, expected]) => ({ asks, file: `${language}/${route}.md`, expected })),
  );
  expect(questions).toHaveLength(30);
  expect(asked.filter(({ file, expected }) => !readFileSync(join(folder, file), 'utf8').includes(expected))).toEqual(
    [],
  );
}, 240_000);

test.skipIf(corpus === '')(
  'on the corpus, all twins are equal and short enough, and stele mcp answers quickly over both transports',
  async () => {
    const folder = await build(corpus, ['--keep-going']);
    const pages = pagesOf(folder);
    expect(pages.length).toBeGreaterThan(3000);
    expect(pages.flatMap((path) => compareTwin(folder, path) ?? []).slice(0, 5)).toEqual([]);
    const lengths = pages.map((path) => readFileSync(join(folder, twinFileOf(folder, path)), 'utf8').length);
    console.log(`the longest twin has ${Math.max(...lengths)} characters`);
    const { client, pid } = await connectStdio(['--out', folder]);
    const { server, url } = await startHttp(['--out', folder]);
    const overHttp = await connectHttp(url);
    for (const [name, each, process] of [['stdio', client, pid] as const, ['HTTP', overHttp, server.pid!] as const]) {
      const { median, p95, processor } = await timeCalls(callsOf(each), 300, process);
      console.log(`${name}: ${median.toFixed(1)} ms in the median, ${p95.toFixed(1)} ms at the 95th percentile`);
      expect(processor, name).toBeLessThan(50);
    }
    await Promise.all([client.close(), overHttp.close()]);
    server.kill();
  },
  480_000,
);

/** Calls of all tools; every number has its own query. */
const callsOf =
  (client: Client): Call =>
  (index) =>
    [
      () => textOf(client, 'search', { query: ['organizationId', 'list users', 'conection', 'webhook'][index % 4] }),
      () => textOf(client, 'search', { query: 'directory', language: 'python' }),
      () => textOf(client, 'read_page', { route: '/', language: 'go' }),
      () => textOf(client, 'list_languages'),
      () => textOf(client, 'read_entity', { name: 'organization' }),
    ][index % 5]!();
