// Redirects of pages that have moved: `stele diff` suggests them with the change, and `stele check` before the commit.

import { cpSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { git as runGit } from '../git.ts';
import { checkContent, hasLostPages } from '../../src/project/index.ts';
import { findMovedPages } from '../../src/sides/index.ts';
import { writeFiles } from '../edits/content-files.ts';
import { diffOf } from './diff-of.ts';
import { move, replace, site, siteWith, write, type Step } from './rules.ts';

const guide = `# Locks

How locks work.

## Opening

Turn the key.

## Closing

Turn it back.
`;
const base = siteWith([write('locks.mdx', guide)]);
const hintsOf = (...steps: readonly Step[]): readonly (string | undefined)[] =>
  diffOf(base, siteWith(steps, base))
    .changes.filter(({ kind }) => kind === 'page-lost-address' || kind === 'page-removed')
    .map(({ hint }) => hint);
const gate =
  '    - key: Gate\n      id: gate\n      properties:\n        - { key: width, type: number, description: The width. }\n';

test.each([
  ['that stands elsewhere', [move('help.mdx', 'wide/help.mdx')], 'Add the redirect `/help: /wide/help` to site.yaml.'],
  [
    'that was edited',
    [move('locks.mdx', 'wide/locks.mdx'), replace('wide/locks.mdx', 'Turn the key.', 'Push.')],
    'Add the redirect `/locks: /wide/locks` to site.yaml.',
  ],
  [
    'whose entity is on another page',
    [write('gate.mdx', undefined), replace('door.mdx', '  js:\n', `  js:\n${gate}`)],
    'Add the redirect `/gate: /door` to site.yaml.',
  ],
  ['that is gone', [write('locks.mdx', undefined)], undefined],
  ['whose successor is not certain', [move('locks.mdx', 'a.mdx'), write('b.mdx', guide)], undefined],
] as const)('a page %s', (_name, steps, hint) => {
  expect(hintsOf(...steps)).toEqual([hint]);
});

test('a page that moves with a redirect needs no other', () => {
  const steps = [
    move('help.mdx', 'wide/help.mdx'),
    replace('site.yaml', 'redirects:', 'redirects:\n  /help: /wide/help'),
  ];
  expect(hintsOf(...steps)).toEqual([]);
});

test('check finds pages that have moved since the last commit', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stele-moved-'));
  const content = join(folder, 'docs/content');
  const git = (...args: readonly string[]): string => runGit(folder, args);
  const found = async (): Promise<readonly string[]> => {
    const { compile } = await checkContent(content, false);
    const moved = (await hasLostPages(content)) ? await findMovedPages(content, false, compile) : [];
    return moved!.map(({ severity, file, message, hint }) => [severity, file, message, hint].join(' | '));
  };
  try {
    writeFiles(content, new Map(Object.entries(base)));
    expect(await found()).toEqual([]);
    git('init', '-q');
    expect(await found()).toEqual([]);
    git('add', '.');
    git('commit', '-q', '-m', 'Base');
    expect(await found()).toEqual([]);
    renameSync(join(content, 'locks.mdx'), join(content, 'keys.mdx'));
    const finding =
      'warning | keys.mdx | In the last commit this page had the address `/locks`, and nothing leads from there to it now. | ' +
      'Add the redirect `/locks: /keys` to site.yaml.';
    expect(await found()).toEqual([finding]);
    writeFileSync(join(content, 'site.yaml'), `${site['site.yaml']}severities: { moved-page: off }\n`);
    expect(await found()).toEqual([]);
    writeFileSync(join(content, 'site.yaml'), site['site.yaml']!.replace('redirects:', 'redirects:\n  /locks: /keys'));
    expect(await found()).toEqual([]);
    // A folder of the content may have the name of the revision.
    writeFiles(
      content,
      new Map([['HEAD/other.mdx', `# Other\n\n## One\n\n## Two\n\n${'Something else. '.repeat(20)}\n`]]),
    );
    writeFileSync(join(content, 'site.yaml'), site['site.yaml']!);
    expect(await found()).toEqual([finding]);
    rmSync(join(content, 'HEAD'), { recursive: true });
    // A folder that only becomes a page's folder keeps the address.
    cpSync(join(content, 'keys.mdx'), join(content, 'locks/index.mdx'));
    writeFileSync(join(content, 'site.yaml'), site['site.yaml']!);
    expect(await found()).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
