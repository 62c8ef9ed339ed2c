// `stele dev` over a day's work: 200 random changes, and mistakes that break whole files. After each change the pages
// and findings are those of a build and a check of the same files. Memory and open files do not grow with the changes.

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countFindings } from '../../src/compiler/diagnostics/index.ts';
import type { ChangeMessage } from '../../src/compiler/model/index.ts';
import { viewFindings } from '../../src/dev/view-findings.ts';
import { checkContent } from '../../src/project/index.ts';
import { startRandomChanges } from '../project/random-changes.ts';
import { buildSite } from '../site/build-site.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { mainOf, startDev, tokensOf, type RunningDev } from './start-dev.ts';

const site = 'title: Site\nlanguages: [js]\n';
let folder: string;
let content: string;
let dev: RunningDev;
beforeEach(() => {
  folder = temporaryFolder();
  content = join(folder, 'content');
  mkdirSync(content);
});
afterEach(async () => {
  await dev.stop();
  removeFolder(folder);
});

test('200 random changes: pages and findings agree with a check, and every 50 changes with a build', async () => {
  const changes = startRandomChanges(folder, 20_261, site);
  dev = await startDev(folder);
  await pagesAgree();
  const before = measure(dev.pid);
  for (let i = 0; i < 200; i++) {
    const change = changes.next();
    await findingsAgree().catch((error: unknown) => fail(`${i} ${change}`, error));
    await pagesAgree().catch((error: unknown) => fail(`${i} ${change}`, error));
    if (i % 50 === 49) await buildAgrees();
  }
  const after = measure(dev.pid);
  expect(after.files - before.files).toBeLessThan(60);
  expect(after.mebibytes - before.mebibytes).toBeLessThan(400);
}, 1_800_000);

function fail(change: string, error: unknown): never {
  throw new Error(`after ${change}: ${error instanceof Error ? error.message : String(error)}`);
}

/** The current pages of the content, by path below the top of the site. */
const pages = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(content, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.mdx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [
        relative(content, path)
          .replace(/(?:(?:^|\/)index)?\.mdx?$/, '')
          .replace(/(.)$/, '$1/'),
        readFileSync(path, 'utf8'),
      ]),
  );

/** Waits until every page shows its text. */
async function pagesAgree(): Promise<void> {
  for (const [path, text] of pages()) {
    await dev
      .until(async () => tokensOf(await dev.textAt(path)).join() === tokensOf(text).join(), 60)
      .catch(async () =>
        fail(
          path,
          new Error(
            `${tokensOf(await dev.textAt(path)).join()} instead of ${tokensOf(text).join()}: ` +
              dev.output().slice(-500),
          ),
        ),
      );
  }
}

/** Waits until pages are told the findings of a check. */
async function findingsAgree(): Promise<void> {
  const { diagnostics } = await checkContent(content, false);
  const places = { folder: content, prefix: 'content/', editor: 'vscode' };
  const expected = JSON.stringify([viewFindings(diagnostics, undefined, places), countFindings(diagnostics)]);
  await dev.until(async () => {
    const { findings, counted } = await toldFindings();
    return JSON.stringify([findings, counted]) === expected;
  }, 60);
}

/** What a page without a file of its own is told about the current state. */
async function toldFindings(): Promise<ChangeMessage> {
  const { body } = await fetch(`${dev.url}_stele/changes?page=/nowhere/`);
  let text = '';
  for await (const part of body!.pipeThrough(new TextDecoderStream())) {
    text += part;
    const message = /^data: (.*)\n\n/m.exec(text)?.[1];
    if (message !== undefined) return JSON.parse(message) as ChangeMessage;
  }
  throw new Error('the channel ended without a message');
}

/** Expects that each page has the same main part as in a build. */
async function buildAgrees(): Promise<void> {
  const built = await buildSite(content, {
    code: (await checkContent(content, false)).diagnostics.length > 0 ? 1 : 0,
    args: ['--keep-going'],
  });
  for (const path of pages().keys()) {
    expect(mainOf(await dev.textAt(path)), path).toBe(
      mainOf(readFileSync(join(built.folder, path, 'index.html'), 'utf8')),
    );
  }
  removeFolder(join(built.folder, '..'));
}

/** The number of open files and the memory of a process. */
function measure(pid: number): { files: number; mebibytes: number } {
  if (process.platform !== 'linux') return { files: 0, mebibytes: 0 };
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return { files: readdirSync(`/proc/${pid}/fd`).length, mebibytes: Number(/VmRSS:\s*(\d+)/.exec(status)![1]) / 1024 };
}

test('reports a broken file, keeps running, and recovers when the file is fixed', async () => {
  const page = join(content, 'a.mdx');
  const siteFile = join(content, 'site.yaml');
  const write = (path: string, text: string) => (): void => writeFileSync(path, text);
  write(siteFile, site)();
  write(page, '# A\n\nText number0end.\n')();
  write(join(content, 'index.mdx'), '# Home\n')();
  dev = await startDev(folder);
  const breaks: readonly (readonly [string, () => void, RegExp])[] = [
    ['an unclosed string in YAML', write(page, '---\ntitle: "A\n---\n'), /content\/a\.mdx:\d/],
    ['an unclosed component', write(page, '# A\n\n<Callout>\n'), /content\/a\.mdx:\d/],
    ['bytes that are not UTF-8', () => writeFileSync(page, new Uint8Array([35, 32, 0xff])), /not-utf8/],
    ['a site.yaml that is a list', write(siteFile, '- x\n'), /site\.yaml/],
    ['a site.yaml with a language twice', write(siteFile, 'title: T\nlanguages: [js, js]\n'), /site\.yaml/],
    ['no site.yaml', () => rmSync(siteFile), /Updated/],
    ['no home page', () => rmSync(join(content, 'index.mdx')), /Updated/],
    [
      'a folder in place of a page',
      () => {
        rmSync(page);
        mkdirSync(page);
      },
      /Updated|has no pages/,
    ],
    ['no content folder', () => renameSync(content, join(folder, 'away')), /There is no folder/],
  ];
  for (const [name, breakIt, expected] of breaks) {
    dev.forget();
    breakIt();
    await dev.until(() => expected.test(dev.output())).catch((error: unknown) => fail(name, error));
    dev.forget();
    rmSync(join(folder, 'away'), { recursive: true, force: true });
    rmSync(content, { recursive: true, force: true });
    mkdirSync(content);
    write(siteFile, site)();
    write(page, `# A\n\nText number${name.length}end.\n`)();
    write(join(content, 'index.mdx'), '# Home\n')();
    await dev
      .until(async () => (await dev.textAt('a/')).includes(`number${name.length}end`))
      .catch((error: unknown) => fail(`${name}, fixed`, error));
    await dev.until(() => /Updated \S+ \(no findings\)/.test(dev.output()));
  }
});
