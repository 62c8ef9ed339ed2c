// Standard output whose reader stops early, or that is full: a command ends silently, or reports it in one line.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';

let folder: string;
beforeAll(() => {
  folder = temporaryFolder();
  mkdirSync(join(folder, 'content'));
  // The output of these pages is larger than the buffer of a pipe.
  for (let i = 0; i < 300; i++)
    writeFileSync(join(folder, `content/p${i}.mdx`), `---\ntitel: x\n---\n# P${i}\n\n${'Words. '.repeat(100)}\n`);
});
afterAll(() => removeFolder(folder));

/** Runs a line of the shell in which `stele` is the command. */
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

describe.skipIf(process.platform === 'win32')('a reader that stops early', () => {
  test.each([
    'export',
    'check --format json',
    'check --format sarif',
    'check --format github',
    'explain',
    'schema page',
    '--help',
  ])('ends stele %s with the usual exit code and without a message', (args) => {
    const { stdout, stderr } = shell(
      `stele ${args} 2>errors | true; echo "\${PIPESTATUS[0]}"; grep -v 'pages checked' errors`,
    );
    // Exit code 0 or 1: the output was in the pipe before the reader stopped.
    expect([args, stdout.trim(), stderr]).toEqual([args, expect.stringMatching(/^(?:141|[01])$/), '']);
  });

  test('of findings as text does not change the exit code of check', () => {
    const { stdout } = shell('stele check 2>&1 | head -1; echo "${PIPESTATUS[0]}"');
    expect(stdout).toMatch(/^content\/p0\.mdx:2:1 error unknown-key\n1\n$/);
  });

  test('of a long document ends the command with 141', () => {
    expect(shell('stele export | head -c 10 > /dev/null; echo "${PIPESTATUS[0]}"')).toEqual({
      stdout: '141\n',
      stderr: '',
    });
  });
});

describe.skipIf(process.platform !== 'linux')('an output that is full', () => {
  test.each(['export', 'check --format json', 'explain', 'schema page', '--help', '--version'])(
    'is reported by stele %s, with exit code 2',
    (args) => {
      const { stdout, stderr } = shell(`stele ${args} > /dev/full; echo "$?"`);
      expect(stdout).toBe('2\n');
      expect(stderr).toBe(
        'Standard output cannot be written: the disk is full.\n→ Free some space, then run the command again.\n',
      );
    },
  );

  test('for findings as text does not change the exit code of check', () => {
    expect(shell('stele check 2> /dev/full; echo "$?"').stdout).toBe('1\n');
  });

  test('works with a device as --out, which stays a device', () => {
    expect(shell('stele export --out /dev/null; echo "$?"; test -c /dev/null && echo device').stdout).toBe(
      '1\ndevice\n',
    );
    expect(shell('stele export --out /dev/full; echo "$?"; test -c /dev/full && echo device').stdout).toBe(
      '2\ndevice\n',
    );
  });
});
