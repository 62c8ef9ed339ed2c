// The jobs of the workflow in the handbook, run on this machine.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { filesBelow } from './files-below.ts';
import { repository } from '../site/run-stele.ts';
import { setUpSiteParts } from './site-parts.ts';

const { at, run } = setUpSiteParts();

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
  expect(await filesBelow(at('dist'))).toEqual(await filesBelow(at('whole')));
});

interface Job {
  readonly strategy?: { readonly matrix: { readonly part: readonly number[] } };
  readonly steps: readonly { readonly run?: string }[];
}

interface Workflow {
  readonly jobs: Readonly<Record<'part' | 'join', Job>>;
}
