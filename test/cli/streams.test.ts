// Standard output that nobody reads to its end, or that takes nothing: a command ends quietly, or says so in a line.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'content'));
  // More than a pipe holds.
  for (let i = 0; i < 300; i++)
    writeFileSync(join(folder, `content/p${i}.mdx`), `---\ntitel: x\n---\n# P${i}\n\n${'Words. '.repeat(100)}\n`);
});
afterAll(() => removeFolder(folder));

/** Runs a line of the shell, in which `stele` is the command; gives what it prints and says. */
function shell(line: string): { readonly stdout: string; readonly stderr: string } {
  const stele = `"${process.execPath}" "${join(repository, 'src/cli/main.ts')}"`;
  const script = `stele() { ${stele} "$@"; }\n${line}`;
  const { stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: folder, NO_COLOR: '1' },
  });
  return { stdout, stderr };
}

describe.skipIf(process.platform === 'win32')('a reader that goes away', () => {
  test.each([
    'export',
    'check --format json',
    'check --format sarif',
    'check --format github',
    'explain',
    'schema page',
    '--help',
  ])('ends stele %s as it ends any tool, without a word', (args) => {
    const { stdout, stderr } = shell(
      `stele ${args} 2>said | true; echo "\${PIPESTATUS[0]}"; grep -v 'pages checked' said`,
    );
    // What fits into the pipe before the reader has gone is written.
    expect([args, stdout.trim(), stderr]).toEqual([args, expect.stringMatching(/^(?:141|[01])$/), '']);
  });

  test('of words does not change how a check ends', () => {
    const { stdout } = shell('stele check 2>&1 | head -1; echo "${PIPESTATUS[0]}"');
    expect(stdout).toMatch(/^content\/p0\.mdx:2:1 error unknown-key\n1\n$/);
  });

  test('ends with 141 if the reader of a long document stops', () => {
    expect(shell('stele export | head -c 10 > /dev/null; echo "${PIPESTATUS[0]}"')).toEqual({
      stdout: '141\n',
      stderr: '',
    });
  });
});

describe.skipIf(process.platform !== 'linux')('an output that is full', () => {
  test.each(['export', 'check --format json', 'explain', 'schema page', '--help', '--version'])(
    'is told by stele %s, with exit code 2',
    (args) => {
      const { stdout, stderr } = shell(`stele ${args} > /dev/full; echo "$?"`);
      expect(stdout).toBe('2\n');
      expect(stderr).toBe(
        'Standard output cannot be written: the disk is full.\n→ Free some space, then run the command again.\n',
      );
    },
  );

  test('of words does not change how a check ends', () => {
    expect(shell('stele check 2> /dev/full; echo "$?"').stdout).toBe('1\n');
  });

  test('takes a document where --out names a device', () => {
    expect(shell('stele export --out /dev/null; echo "$?"; test -c /dev/null && echo device').stdout).toBe(
      '1\ndevice\n',
    );
    expect(shell('stele export --out /dev/full; echo "$?"; test -c /dev/full && echo device').stdout).toBe(
      '2\ndevice\n',
    );
  });
});
