// Artifacts that a stranger can make: each is refused with its reason, and nothing on the branch changes, neither the
// site nor any preview. The last good preview of the same pull request stays.

import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishPreview, publishRun, publishSite } from '../../src/ci/index.ts';
import {
  fakeGitHub,
  fork,
  headSha,
  makeRemote,
  newFolder,
  page,
  plainReport,
  plainSite,
  readFileOf,
  readRoot,
  removeWorld,
  repository,
  writeArtifact,
  writeFiles,
} from './preview-world.ts';

const branch = 'gh-pages';
const pulls = [
  { number: 7, sha: headSha, ref: 'topic', from: fork },
  // The same name of a branch, in another fork.
  { number: 8, sha: headSha, ref: 'topic', from: 'eve/docs' },
];

async function publish(remote: string, artifact: string, bounds?: Parameters<typeof publishRun>[1]['bounds']) {
  const run = { headRepository: fork, headBranch: 'topic', headSha };
  const target = { remote, branch, repository, artifact };
  return publishRun(fakeGitHub(pulls), { ...run, ...target, ...(bounds === undefined ? {} : { bounds }) });
}

/** A change of the plain artifact. */
type Hostile = readonly [name: string, reason: RegExp, change: (artifact: string) => Promise<unknown>];

const file =
  (path: string, content: string | Buffer) =>
  (artifact: string): Promise<void> =>
    writeFiles(join(artifact, 'site'), { [path]: content });
const report =
  (change: object | string) =>
  (artifact: string): Promise<void> =>
    writeFile(
      join(artifact, 'report.json'),
      typeof change === 'string' ? change : JSON.stringify({ ...plainReport, ...change }),
    );
const pages = (change: object): object => ({ pages: { ...plainReport.pages, ...change } });
const added = (path: unknown): object => pages({ added: { total: 1, shown: [path] } });
const noRows = { path: 'guides/a/', added: [], changed: [], removed: [] };
const finding = { severity: 'error', code: 'dead-link', message: 'x', file: 'a.mdx', line: 1 };

const cases: readonly Hostile[] = [
  ['a name with a backslash', /character that no address has/, file('..\\..\\index.html', 'x')],
  ['a name with a line break', /character that no address has/, file('a\nb.html', 'x')],
  ['a name of git', /belongs to git/, file('a/.git/config', 'x')],
  ['a name of git in other letters', /belongs to git/, file('.GIT/hooks/x', 'x')],
  ['a name that is too long', /is too long/, file(`${'a'.repeat(250)}/`.repeat(5) + 'b.txt', 'x')],
  ['a link to a file', /not a plain file/, (at) => symlink('/etc/passwd', join(at, 'site/a.txt'))],
  ['a link to a folder', /not a plain file/, (at) => symlink('/etc', join(at, 'site/etc'))],
  [
    'a link in place of the site',
    /is not a folder/,
    async (at) => {
      await rm(join(at, 'site'), { recursive: true });
      await symlink('/etc', join(at, 'site'));
    },
  ],
  [
    'a link in place of the report',
    /no report/,
    async (at) => {
      await rm(join(at, 'report.json'));
      await symlink('/etc/passwd', join(at, 'report.json'));
    },
  ],
  [
    'a sparse file of 10 GB',
    /more than \d+ bytes/,
    async (at) => {
      await writeFile(join(at, 'site/big.png'), '');
      await truncate(join(at, 'site/big.png'), 10 * 1024 ** 3);
    },
  ],
  ['a report that is too large', /more than \d+ bytes/, (at) => truncate(join(at, 'report.json'), 17 * 1024 ** 2)],
  ['another file beside the site', /may have only/, (at) => writeFile(join(at, 'setup.sh'), 'x')],
  ['no report', /no report/, (at) => rm(join(at, 'report.json'))],
  ['no page', /no index\.html/, (at) => rm(join(at, 'site/index.html'))],
  ['no site', /is not a folder/, (at) => rm(join(at, 'site'), { recursive: true })],
  ['a report that is not JSON', /not JSON/, report('<script>')],
  ['a report of another version', /version/, report({ version: 99 })],
  ['the number of another pull request', /names pull request 8/, report({ pr: 8 })],
  ['a number that is a path', /wrong value for pr/, report({ pr: '../..' })],
  ['the commit of another pull request', /names another commit/, report({ head: 'c'.repeat(40) })],
  ['a wrong base commit', /base commit/, report({ base: 'c'.repeat(40) })],
  ['a page above the preview', /has the address/, report(added('../pr-8/'))],
  ['a page of another site', /wrong value for path/, report(added('https://evil.example/'))],
  ['a page with Markdown', /wrong value for path/, report(added('a)[x](https://evil.example/'))],
  ['a page with HTML', /wrong value for path/, report(added('<img src=x>/'))],
  ['a page with NUL', /wrong value for path/, report(added('a\0b/'))],
  ['a row with HTML', /wrong value for anchor/, report({ rows: [{ ...noRows, added: ['a"><script>'] }] })],
  ['a row of a page above the preview', /has the address/, report({ rows: [{ ...noRows, path: '../pr-8/' }] })],
  ['a page that is an object', /wrong value for path/, report(added({ toString: 'x' }))],
  ['a list that is too long', /wrong list/, report(pages({ added: { total: 1, shown: Array(5001).fill('a/') } }))],
  [
    'a severity with HTML',
    /severity/,
    report({
      findings: { ...plainReport.findings, new: { total: 1, shown: [{ ...finding, severity: '<b>' }] } },
    }),
  ],
  [
    'a code with Markdown',
    /wrong value for code/,
    report({
      findings: { ...plainReport.findings, new: { total: 1, shown: [{ ...finding, code: '@maintainer' }] } },
    }),
  ],
  ['a changed script', /script that the published site does not have/, file('_stele/main.js', 'steal()')],
  ['a new script', /script that the published site does not have/, file('sw.js', 'steal()')],
  [
    'a script in a page',
    /script that the published site does not have/,
    file('index.html', page('<script>x()</script>')),
  ],
  [
    'a script of another site',
    /another place/,
    file('a/index.html', page('', '<script src="https://evil.example/x.js"></script>')),
  ],
  ['a handler', /event handler `onerror`/, file('index.html', page('<img src="x.png" onerror="x()">'))],
  [
    'a handler in a title',
    /tags in a title/,
    file('index.html', page('<title><p title="</title><img src="x" onerror="x()">')),
  ],
  [
    'a handler behind a hidden end',
    /not end|Stele does not write/,
    file('index.html', page('<noscript><p title="</noscript><img src=x onerror=x()>"></noscript>')),
  ],
  [
    'a handler in data',
    /tags in data/,
    file('index.html', page('<svg><script type="application/ld+json"></svg><img src="x" onerror="x()"></script>')),
  ],
  ['an attribute without quotes', /Stele does not write/, file('index.html', page('<img src=x onerror=x()>'))],
  ['a comment', /Stele does not write/, file('index.html', page('<!--><img src=x onerror=x()>-->'))],
  ['a link that runs a script', /has the address/, file('index.html', page('<a href="java&#115;cript:x()">a</a>'))],
  [
    'a link that runs a script, with a tab',
    /has the address/,
    file('index.html', page('<a href="java\tscript:x()">a</a>')),
  ],
  ['a frame', /element `iframe`/, file('index.html', page('<iframe src="/"></iframe>'))],
  ['a base', /element `base`/, file('index.html', page('', '<base href="https://evil.example/">'))],
  [
    'a redirect to another site',
    /redirects to another site/,
    file('index.html', page('', '<meta http-equiv="refresh" content="0; url=https://evil.example/">')),
  ],
  [
    'a module of another site',
    /has the address/,
    file('index.html', page().replace('./_stele/search.js', 'https://evil.example/x.js')),
  ],
  [
    'a picture with a script',
    /has a script/,
    file('_content/b.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>x()</script></svg>'),
  ],
  ['a picture with entities', /Stele does not write/, file('_content/b.svg', '<!DOCTYPE svg [<!ENTITY a "x">]><svg/>')],
  [
    'data that is a page',
    /has a script/,
    file('a.xml', '<x:script xmlns:x="http://www.w3.org/1999/xhtml">x()</x:script>'),
  ],
  ['a type that browsers run', /type that no preview may have/, file('a.xhtml', '<html/>')],
  ['a name without a type', /type that no preview may have/, file('a/run', '#!/bin/sh')],
  ['the page of changes', /only the preview itself/, file('_preview/index.html', page())],
];

let remote: string;
let root: Readonly<Record<string, string>>;

beforeAll(async () => {
  remote = await makeRemote();
  const folder = await writeArtifact();
  await publishSite({ remote, branch, site: join(folder, 'site'), sha: headSha });
  const own = { remote, branch, sha: headSha, ref: 'x', site: join(folder, 'site'), isForeign: false };
  for (const pr of ['7', '8']) await publishPreview({ ...own, pr });
  root = await readRoot(remote);
});

afterAll(removeWorld);

test('there are more than 40 of them', () => expect(cases.length).toBeGreaterThan(40));

test.each(cases)('%s is refused', async (_name, reason, change) => {
  const artifact = await writeArtifact();
  await change(artifact);
  const done = await publish(remote, artifact);
  expect(done).toMatchObject({ isPublished: false, removed: [], refusal: expect.stringMatching(reason) });
  expect(await readRoot(remote)).toEqual(root);
});

test('more files than the bound are refused before all of them are read', async () => {
  const artifact = await writeArtifact();
  for (let index = 0; index < 60; index += 1)
    await mkdir(join(artifact, 'site', 'many', String(index)), { recursive: true });
  const done = await publish(remote, artifact, { files: 50, bytes: 1e6, fileBytes: 1e6 });
  expect(done.refusal).toBe('The site has more than 50 files.');
  expect(await readRoot(remote)).toEqual(root);
});

test('a missing artifact is refused', async () => {
  const done = await publish(remote, join(newFolder(), 'none'));
  expect(done).toMatchObject({ pr: 7, isPublished: false, refusal: 'The run has no artifact.' });
});

test('a plain artifact is published in its folder only, marked, with the page of changes', async () => {
  const done = await publish(
    remote,
    await writeArtifact({
      ...plainSite,
      '404.html': '<script>x()</script>',
      CNAME: 'evil.example\n',
      _headers: '/*\n  x: y\n',
      'robots.txt': 'x',
      'guides/a/index.html': page('<p>New</p>').replaceAll('./', '../../'),
    }),
  );
  expect(done).toMatchObject({ pr: 7, isPublished: true, refusal: undefined, removed: [] });
  const after = await readRoot(remote);
  expect(Object.keys(after).filter((name) => after[name] !== root[name])).toEqual(['pr-7']);
  const text = await readFileOf(remote, 'pr-7/guides/a/index.html');
  expect(text).toContain('</code> · this page has changed · <a href="../../_preview/">1 changed page</a></aside>');
  expect(await readFileOf(remote, 'pr-7/index.html')).not.toContain('this page');
  expect(text).toContain('<a href="../../_preview/">1 changed page</a>');
  expect(text).toContain('<meta name="robots" content="noindex">');
  expect(await readFileOf(remote, 'pr-7/_preview/index.html')).toContain('<a href="../guides/a/">default</a>');
  const names = Object.keys(await readRoot(remote));
  expect(names).not.toContain('CNAME');
  for (const name of ['CNAME', '_headers', '404.html', 'robots.txt'])
    await expect(readFileOf(remote, `pr-7/${name}`)).rejects.toThrow();
});
