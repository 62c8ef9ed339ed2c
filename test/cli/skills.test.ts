// `stele skills install`: writes the skill for authors, and never over changes of others.

import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeAuthorSkill } from '../../src/authoring/skill/index.ts';
import { isUnchanged, sealText } from '../../src/cli/seal-text.ts';
import { codes } from '../../src/compiler/diagnostics/index.ts';
import { version } from '../../src/cli/version.ts';
import { compile, findings } from '../compile.ts';
import { removeFolder, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;
beforeEach(() => void (folder = temporaryFolder()));
afterEach(() => removeFolder(folder));

const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(['skills', ...args], { cwd: folder });
const skill = sealText(writeAuthorSkill(version));
const file = '.claude/skills/stele/SKILL.md';

test('writes the file, replaces that of another version, and keeps one that was changed', async () => {
  expect(await run('install')).toEqual({ code: 0, stdout: '', stderr: `Wrote ${file}\n` });
  expect(await readFile(join(folder, file), 'utf8')).toBe(skill);
  expect((await run('install')).stderr).toBe(`${file} is up to date.\n`);
  await writeFile(join(folder, file), sealText('# Another version\n'));
  expect((await run('install')).stderr).toBe(`Wrote ${file}\n`);
  await appendFile(join(folder, file), '\nOur own rules.\n');
  const refused = await run('install');
  expect([refused.code, refused.stderr]).toEqual([2, expect.stringMatching(/has changes .* nothing was written/)]);
  expect(await readFile(join(folder, file), 'utf8')).toContain('Our own rules.');
  expect((await run('install', '--force')).code).toBe(0);
  expect(await readFile(join(folder, file), 'utf8')).toBe(skill);
});

test('writes into another folder, and refuses other words and a place that is no folder', async () => {
  expect((await run('install', '--dir', 'tools/a skill')).code).toBe(0);
  expect(await readFile(join(folder, 'tools/a skill/SKILL.md'), 'utf8')).toBe(skill);
  expect(await run('remove')).toMatchObject({ code: 2, stderr: expect.stringContaining('takes one word: install') });
  await writeFile(join(folder, 'file'), '');
  expect((await run('install', '--dir', 'file/skill')).code).toBe(2);
});

test('the skill is true: its front matter parses, its page has no finding, and its codes exist', () => {
  const text = sealText(writeAuthorSkill('1.2.3'));
  expect(isUnchanged(text) && isUnchanged(text.replaceAll('\n', '\r\n'))).toBe(true);
  expect(isUnchanged(text.replace('Stele 1.2.3', 'Stele 1.2.4'))).toBe(false);
  const front = parse(/^---\n([^]*?)\n---\n/.exec(text)![1]!);
  expect(front).toMatchObject({ name: 'stele', metadata: { version: '1.2.3' } });
  expect(front.description.length).toBeLessThan(1024);
  const page = /```mdx\n([^]*?)```\n/.exec(text)![1]!;
  const samples = { '_samples/open-door.py': 'Door()\n', '_samples/open-door.rb': 'Door.new\n' };
  expect(findings(compile({ 'site.yaml': 'title: Doors\n', 'reference/door.mdx': page, ...samples }))).toEqual([]);
  for (const [, code] of text.matchAll(/stele explain ([a-z-]+)`/g)) expect(codes).toContain(code);
});
