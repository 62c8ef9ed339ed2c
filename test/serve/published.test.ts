// The files that a dev server makes at their first request.

import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { answerPublished } from '../../src/astro/index.ts';
import type { SiteData } from '../../src/compiler/model/index.ts';
import { viewContent } from '../../src/outputs/index.ts';
import { compile } from '../compile.ts';

const files = { 'site.yaml': 'title: Site\nlanguages: [js]\n', 'index.mdx': '# Home\n', 'guides/a.mdx': '# A\n' };
const data = viewContent(compile(files).resolved, { highlight: () => [] });
const nothing = {} as IncomingMessage & ServerResponse;

test('a page does not wait for files that belong to all pages', async () => {
  const asked: string[] = [];
  const note = (name: string) => () => {
    asked.push(name);
    return new Map();
  };
  const names = ['writeAgentFiles', 'writeFullTexts', 'writeSearch', 'writeNavigation'] as const;
  const watched: SiteData = { ...data, ...Object.fromEntries(names.map((name) => [name, note(name)])) };
  for (const path of ['', 'guides/a/', 'js/guides/a/', 'unknown/'])
    expect([path, await answerPublished(watched, path, nothing, nothing)]).toEqual([path, false]);
  expect(asked).toEqual([]);
});

/** The answer to a request for a published file of a site. */
async function askFor(site: SiteData, path: string): Promise<{ type: string; text: string } | undefined> {
  const headers = new Map<string, unknown>();
  let text = '';
  const response = {
    setHeader: (name: string, value: unknown) => headers.set(name, value),
    end: (bytes: string) => (text = bytes),
  } as unknown as ServerResponse;
  const isAnswered = await answerPublished(site, path, { method: 'GET' } as IncomingMessage, response);
  return isAnswered ? { type: String(headers.get('Content-Type')), text } : undefined;
}

test('sends the texts of all pages of a tree, made from its twins', async () => {
  const whole = await askFor(data, 'js/llms-full.txt');
  expect(whole!.type).toBe('text/plain; charset=utf-8');
  const twin = await askFor(data, 'js/guides/a.md');
  expect(whole!.text).toContain(twin!.text.replace(/^---\n[^]*?\n---\n\n/, ''));
  expect(await askFor(data, 'go/llms-full.txt')).toBeUndefined();
});

test('sends each file with the type that the files for hosts name', async () => {
  const site = compile({ ...files, 'site.yaml': `${files['site.yaml']}hosts: [netlify, vercel, nginx, apache]\n` });
  const hosted = viewContent(site.resolved, { highlight: () => [] });
  const texts = new Map(hosted.viewServerFiles('/docs/', []).map(({ path, text }) => [path, text]));
  const typeOf = async (path: string): Promise<string> => (await askFor(hosted, path))!.type;
  const catalog = await typeOf('.well-known/api-catalog');
  expect(catalog).toMatch(/^application\/linkset\+json; profile="/);
  expect(texts.get('_headers')).toContain(`\n/docs/.well-known/api-catalog\n  Content-Type: ${catalog}\n`);
  expect(texts.get('_headers')).toContain(`\n/docs/*.md\n  Content-Type: ${await typeOf('guides/a.md')}\n`);
  expect(texts.get('_headers')).toContain(`\n/docs/*.json\n  Content-Type: ${await typeOf('symbols.json')}\n`);
  expect(JSON.parse(texts.get('vercel.json')!).headers).toContainEqual({
    source: '/docs/.well-known/api-catalog',
    headers: [{ key: 'Content-Type', value: catalog }],
  });
  expect(texts.get('_host/nginx.conf')).toContain(
    `location = /docs/.well-known/api-catalog { default_type '${catalog}'; }\n`,
  );
  expect(texts.get('.htaccess')).toContain(`<Files "api-catalog">\n  ForceType '${catalog}'\n</Files>\n`);
});
