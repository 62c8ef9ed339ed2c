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
