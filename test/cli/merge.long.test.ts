// The jobs of the workflow in the handbook, run on this machine.

import { readFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { filesBelow } from './files-below.ts';
import { removeFolder, repository, temporaryFolder } from '../site/run-stele.ts';
import { runWarm } from '../site/run-warm.ts';

let folder: string;

const run = (...args: readonly string[]): ReturnType<typeof runWarm> => runWarm(args, { cwd: folder });

beforeAll(async () => {
  folder = temporaryFolder();
  const content = join(folder, 'content');
  await mkdir(join(content, 'guides'), { recursive: true });
  await mkdir(join(folder, 'public'));
  await writeFile(join(folder, 'public/robots.txt'), 'User-agent: *\n');
  await writeFile(
    join(content, 'site.yaml'),
    'title: T\nlanguages: [js, go]\nurl: https://example.com/docs\nredirects:\n  /old: /guides/a\n',
  );
  await writeFile(join(content, 'index.mdx'), '# Home\n\n[A](/guides/a)\n');
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    await writeFile(join(content, `guides/${name}.mdx`), `# ${name}\n\nText about ${name}: [B](/guides/b).\n`);
  }
  for (const index of [1, 2, 3]) await buildPart(index);
});
afterAll(() => removeFolder(folder));

async function buildPart(index: number, count = 3): Promise<void> {
  const { code, stderr } = await run('build', '--shard', `${index}/${count}`, '--out', `part-${index}-of-${count}`);
  expect([code, stderr]).toEqual([0, expect.stringContaining(`part ${index} of ${count}`)]);
}

test('the jobs of the workflow in the handbook, run here', async () => {
  const guide = readFileSync(join(repository, 'content/guides/large-sites.mdx'), 'utf8');
  const [, yaml = ''] = /```yaml title="\.github\/workflows\/site\.yml"\n([^]*?)```/.exec(guide) ?? [];
  const { jobs } = parse(yaml) as Workflow;
  const commands = ({ steps }: Job): readonly string[] =>
    steps.flatMap(({ run: line }) => (line?.startsWith('npx stele ') ? [line.slice('npx stele '.length)] : []));
  for (const part of jobs.part.strategy!.matrix.part) {
    for (const line of commands(jobs.part)) {
      expect((await run(...line.replaceAll('${{ matrix.part }}', String(part)).split(' '))).code).toBe(0);
    }
  }
  for (const line of commands(jobs.join)) expect((await run(...line.split(' '))).code).toBe(0);
  expect((await run('build', '--no-cache', '--out', 'whole')).code).toBe(0);
  expect(await filesBelow(join(folder, 'dist'))).toEqual(await filesBelow(join(folder, 'whole')));
});

interface Job {
  readonly strategy?: { readonly matrix: { readonly part: readonly number[] } };
  readonly steps: readonly { readonly run?: string }[];
}

interface Workflow {
  readonly jobs: Readonly<Record<'part' | 'join', Job>>;
}
