// `stele dev` with code of the site's own: a mistake in it is a finding with a place, never an error page of Astro's.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeFolder, runStele, temporaryFolder } from '../site/run-stele.ts';
import { startDev, type RunningDev } from './start-dev.ts';

let folder: string;
let dev: RunningDev;
const write = (path: string, text: string): void => writeFileSync(join(folder, 'content', path), text);
beforeAll(async () => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'content/_parts'), { recursive: true });
  write('a.mdx', '# A\n\nText.\n\n<Chart />\n');
  write('site.yaml', 'title: T\ncomponents:\n  Brand: _parts/Brand.astro\n  Chart: _parts/Chart.astro\n');
  write('_parts/Brand.astro', '<b>own</b>\n');
  write('_parts/Chart.astro', '---\nthrow new Error("no <luck>");\n---\n');
  dev = await startDev(folder);
});
afterAll(async () => {
  await dev.stop();
  removeFolder(folder);
});

async function get(path: string): Promise<{ readonly status: number; readonly text: string }> {
  const response = await fetch(dev.url + path);
  return { status: response.status, text: await response.text() };
}

/** What open pages are told. */
async function toldFindings(page: string): Promise<readonly { readonly code: string; readonly place: string }[]> {
  const { body } = await fetch(`${dev.url}_stele/changes?page=/${page}`);
  let text = '';
  for await (const part of body!) {
    text += new TextDecoder().decode(part);
    if (/^data: .*\n/m.test(text)) break;
  }
  return (JSON.parse(/^data: (.*)/m.exec(text)![1]!) as { findings: { code: string; place: string }[] }).findings;
}

test('a page that was never drawn shows the finding; then its last good form stays, with the finding over it', async () => {
  const failed = await get('a/');
  expect(failed.status).toBe(500);
  expect(failed.text).toContain('<h1>This page cannot be drawn</h1>');
  expect(failed.text).toMatch(/no &lt;luck&gt;[^]*content\/_parts\/Chart\.astro:2:1<\/a>[^]*new EventSource/);
  expect(failed.text).not.toContain('vite');
  expect(dev.output()).toContain(
    'content/_parts/Chart.astro:2:1 error failed-code\n' +
      "  The site's own code failed on the page `/a/`: no <luck>\n    1 | ---\n    2 | throw new Error",
  );
  expect(dev.output()).not.toMatch(/\n\s+at |stacktrace/);

  write('_parts/Chart.astro', '<i>chart</i>\n');
  await dev.until(async () => (await get('a/')).text.includes('<i>chart</i>'));
  await dev.until(() => dev.output().includes('Fixed: content/_parts/Chart.astro failed-code'));
  expect(await toldFindings('a/')).toEqual([]);

  for (const [text, place] of [
    ['---\nconst a = ;\n---\n', '2:11'],
    ['---\n\nimport x from "nowhere";\n---\n{x}\n', '3:16'],
    ['---\nconst { a } = Astro.props.b.c;\n---\n{a}\n', '2:1'],
  ]) {
    write('_parts/Brand.astro', text!);
    await dev.until(async () => {
      await get('a/');
      return (await toldFindings('a/')).some((found) => found.place === `content/_parts/Brand.astro:${place}`);
    });
    // Another drawing reports the same.
    await get('a/');
    const told = await toldFindings('a/');
    expect(told).toMatchObject([{ code: 'failed-code', place: `content/_parts/Brand.astro:${place}` }]);
    expect(JSON.stringify(told)).not.toContain('stacktrace');
    expect(await get('a/')).toMatchObject({ status: 200, text: expect.stringContaining('<b>own</b>') as string });
  }
  write('_parts/Brand.astro', '<b>new</b>\n');
  await dev.until(async () => (await get('a/')).text.includes('<b>new</b>'));
  expect(await toldFindings('a/')).toEqual([]);
  expect((await get('nowhere/')).status).toBe(404);

  write(
    '_parts/Brand.astro',
    '---\n' +
      'Promise.reject(new Error("not awaited"));\nsetTimeout(() => { throw new Error("too late"); });\n' +
      '---\n<b>still here</b>\n',
  );
  await dev.until(async () => (await get('a/')).text.includes('<b>still here</b>'));
  await dev.until(() => dev.output().includes('not awaited') && dev.output().includes('too late'));
  expect(dev.output()).not.toContain('a bug in Stele');
  expect((await get('a/')).status).toBe(200);
});

test('a build is no success if code of the site ends the process, or waits for ever', async () => {
  for (const code of ['process.exit(0);', 'process.exit(1);', 'await new Promise(() => {});']) {
    write('_parts/Chart.astro', `---\n${code}\n---\n`);
    const { code: status, stderr } = await runStele(['build'], { cwd: folder });
    expect([status, stderr]).toEqual([2, expect.stringContaining('The command ended before it was complete')]);
  }
});
