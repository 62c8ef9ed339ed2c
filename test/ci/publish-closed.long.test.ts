// Previews of closed pull requests are removed when the site is deployed. Jobs that publish at once lose nothing.

import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder, type Ended } from '../scripts/run-script.ts';
import {
  sha,
  page,
  makeRemote,
  readBranch,
  writeSite,
  publishPreview,
  publishSite,
  runCi,
  expectDone,
} from './publish-steps.ts';

describe('the branch', () => {
  test('loses nothing if several jobs publish at once to a new branch', async () => {
    const remote = await makeRemote();
    const site = await writeSite({ 'index.html': page });
    const numbers = [1, 2, 3, 4];
    const all = await Promise.all([
      publishSite(remote, site),
      ...numbers.map((pr) => publishPreview({ remote, site, pr })),
    ]);
    all.forEach(expectDone);
    expect([...(await readBranch(remote)).keys()]).toEqual([
      '.nojekyll',
      'index.html',
      ...numbers.map((pr) => `pr-${pr}/index.html`),
    ]);
  });
});

describe('previews of closed pull requests', () => {
  /** The environment of a `gh` that prints these pages, or fails. */
  async function withGh(answer: unknown): Promise<Readonly<Record<string, string>>> {
    const bin = await temporaryFolder();
    const script = answer === undefined ? 'echo "HTTP 500" >&2; exit 1' : `cat <<'END'\n${JSON.stringify(answer)}\nEND`;
    await writeFile(join(bin, 'gh'), `#!/bin/sh\necho "$@" > ${join(bin, 'asked')}\n${script}\n`, { mode: 0o755 });
    return { PATH: `${bin}:${process.env['PATH']}` };
  }

  async function publish(answer: unknown): Promise<{ readonly ended: Ended; readonly names: readonly string[] }> {
    const remote = await makeRemote();
    const site = await writeSite({ 'index.html': page });
    for (const pr of [1, 2, 30]) expectDone(await publishPreview({ remote, site, pr }));
    const options = [`--site=${site}`, `--remote=${remote}`, `--sha=${sha}`, '--repository=o/r'];
    const ended = await runCi(['deploy', ...options], await withGh(answer));
    return { ended, names: [...(await readBranch(remote)).keys()] };
  }

  test('are removed when the site is deployed', async () => {
    const { ended, names } = await publish([[{ number: 30 }], [{ number: 7 }]]);
    expectDone(ended);
    expect(ended.stdout).toContain('Removed previews of closed pull requests: 1, 2.');
    expect(names).toEqual(['.nojekyll', 'index.html', 'pr-30/index.html']);
  });

  test.each([
    ['fails', undefined],
    ['gives something else', [[{ message: 'x' }]]],
  ])('stay if the list %s, and the site is published', async (_what, answer) => {
    const { ended, names } = await publish(answer);
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('All previews stay: ');
    expect(names).toEqual(['.nojekyll', 'index.html', 'pr-1/index.html', 'pr-2/index.html', 'pr-30/index.html']);
  });
});
