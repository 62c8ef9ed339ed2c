// A second session shows the state of the first one at once: the same views as those of the whole content, with edited
// pages as they are now. Where that cannot be, it shows nothing before everything is compiled.

import { appendFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { strings } from '../../src/site/strings/en.ts';
import { ContentSession, type DrawableState } from '../../src/project/index.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
  writeFileSync(join(folder, 'content', path), text);
};

const thing = (text: string, field = 'id'): string =>
  `---\nreference:\n  js:\n    - { key: Thing, id: thing, properties: [{ key: ${field}, type: Other, ` +
  `description: (thing.id) }] }\n---\n\n# Thing\n\n${text} See [other](./other#fields).\n\n<CodeBlock file="use" />\n`;

beforeEach(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'node_modules'));
  write('site.yaml', 'title: Site\nlanguages: [js, go]\n');
  write('index.mdx', '# Home\n\n[Lost](/nowhere)\n');
  write('ref/shared.mdx', '---\ndescriptions: { thing: { id: The number. } }\n---\n\n# Shared\n');
  write('ref/thing.mdx', thing('Body.'));
  write(
    'ref/other.mdx',
    '---\nreference: { js: [{ key: Other, id: other, properties: [] }] }\n---\n\n# O\n\n## Fields\n',
  );
  write('ref/_navigation.mdx', '---\ntitle: Ref\nlinks: [{ title: A thing, url: /ref/thing }]\n---\n');
  write('ref/_samples/use.js', 'use(new Thing());\n');
  await start();
});
afterEach(() => removeFolder(folder));

/** Runs a session to its end. Returns its states, each with the views of all its addresses. */
async function start(): Promise<readonly (Pick<DrawableState, 'isWhole'> & { readonly views: readonly string[] })[]> {
  const session = new ContentSession(join(folder, 'content'), false);
  await session.read();
  const states: Awaited<ReturnType<typeof start>>[number][] = [];
  await session.compile([], async ({ isWhole, data }) => {
    const views: string[] = [];
    for (const address of data.addresses)
      views.push(JSON.stringify([address, await data.viewPage(address, strings.values).catch(String)]));
    states.push({ isWhole, views });
  });
  await session.keep();
  return states;
}

test('the first state has the views of the whole content', async () => {
  const [early, whole] = await start();
  expect([early!.isWhole, whole!.isWhole]).toEqual([false, true]);
  expect(early!.views).toHaveLength(12);
  expect(early!.views.join('')).not.toContain('Error');
  expect(early!.views).toEqual(whole!.views);
});

test.each([
  ['the body of a page', () => write('ref/thing.mdx', thing('Now.')), 'Now.'],
  ['a description that another page shows', () => write('ref/shared.mdx', edited), 'Edited text.'],
  ['a sample', () => write('ref/_samples/use.js', 'used();\n'), 'used'],
])('the first state shows an edit of %s', async (_name, edit, text) => {
  edit();
  const [early, whole] = await start();
  expect(early!.isWhole).toBe(false);
  expect(early!.views.join('')).toContain(text);
  expect(early!.views).toEqual(whole!.views);
});
const edited = '---\ndescriptions: { thing: { id: Edited text. } }\n---\n\n# Shared\n';

test('an edit before everything is compiled is shown at once, too', async () => {
  const session = new ContentSession(join(folder, 'content'), false);
  await session.read();
  const first = await new Promise<boolean>((shown) => {
    void session.compile([], async ({ isWhole }) => shown(isWhole));
  });
  write('ref/thing.mdx', thing('Second.'));
  await session.read(new Set([join(folder, 'content/ref/thing.mdx')]));
  const states: (readonly [boolean, boolean])[] = [];
  await session.compile([], async ({ isWhole, data }) => {
    const view = await data.viewPage({ route: 'ref/thing' }, strings.values);
    states.push([isWhole, JSON.stringify(view).includes('Second.')]);
  });
  expect([first, ...states]).toEqual([false, [false, true], [true, true]]);
});

test('an edit that does not fit what was kept is right in the whole state', async () => {
  write('ref/shared.mdx', '# Shared\n');
  write('ref/other.mdx', '# No entity\n');
  const states = await start();
  expect(states.at(-1)!.views).toEqual((await start()).at(-1)!.views);
});

test.each([
  ['a new page', () => write('ref/new.mdx', '# New\n')],
  ['a removed page', () => rmSync(join(folder, 'content/ref/shared.mdx'))],
  ['a new sample', () => write('ref/_samples/use.go', 'use()\n')],
  ['another navigation', () => appendFileSync(join(folder, 'content/ref/_navigation.mdx'), '\n')],
  ['other settings', () => write('site.yaml', 'title: New\nlanguages: [js, go]\n')],
  ['code of the site’s own', () => write('site.yaml', 'title: Site\nlanguages: [js, go]\nmdx: code\n')],
  ['a damaged cache', () => damage()],
])('with %s, the first state is whole', async (_name, change) => {
  change();
  expect((await start()).map(({ isWhole }) => isWhole)).toEqual([true]);
});

function damage(): void {
  const caches = join(folder, 'node_modules/.cache/stele');
  const file = readdirSync(caches).find((name) => name.startsWith('start-'))!;
  appendFileSync(join(caches, file), 'x');
}
