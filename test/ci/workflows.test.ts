// The workflows of this repository and those that `stele ci` writes follow the rules, and the rules reject bad ones.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { githubWorkflows, gitlabPipeline, plainCommands, type WorkflowOptions } from '../../src/ci/index.ts';
import { ci } from '../../src/cli/ci.ts';
import { root } from '../scripts/run-script.ts';
import { newFolder, removeWorld, writeFiles } from './preview-world.ts';
import { judgeWorkflow } from './workflow-rules.ts';

afterAll(removeWorld);

const folder = join(root, '.github', 'workflows');
const plain: WorkflowOptions = {
  command: 'npx --no stele',
  content: 'content',
  branch: 'main',
  shards: 1,
  host: 'pages',
};
const variants: readonly WorkflowOptions[] = [
  plain,
  { ...plain, shards: 4, content: 'docs/content' },
  { ...plain, host: 'cloudflare', branch: 'trunk' },
  { ...plain, host: 'netlify' },
];

test('this repository has the workflows that stele ci github writes, and its own check', () => {
  const written = githubWorkflows({ ...plain, command: 'npm run -s stele --' });
  const own = readdirSync(folder).sort();
  expect(own).toEqual(['ci.yml', 'deploy.yml', 'preview-build.yml', 'preview-publish.yml']);
  for (const name of own.filter((name) => name !== 'ci.yml'))
    expect(readFileSync(join(folder, name), 'utf8')).toBe(written.get(`.github/workflows/${name}`));
  expect(judgeWorkflow(readFileSync(join(folder, 'ci.yml'), 'utf8'))).toEqual([]);
});

test.each(variants)('%j gives workflows that follow the rules', (options) => {
  for (const [path, text] of githubWorkflows(options)) expect([path, ...judgeWorkflow(text)]).toEqual([path]);
});

test('an action has the same commit everywhere', () => {
  const texts = [
    ...readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8')),
    ...githubWorkflows(plain).values(),
  ];
  const pins = new Set(texts.join('\n').match(/actions\/\S+@.*$/gm));
  expect(new Set([...pins].map((pin) => pin.split('@')[0])).size).toBe(pins.size);
});

describe('the rules reject a workflow', () => {
  const {
    'preview-publish.yml': publish = '',
    'preview-build.yml': build = '',
    'deploy.yml': deploy = '',
  } = Object.fromEntries([...githubWorkflows(plain)].map(([path, text]) => [path.split('/').at(-1)!, text]));

  test.each([
    ['permissions', build, 'permissions: {}\n\njobs', 'permissions: write-all\n\njobs'],
    ['permissions', build, '    permissions:\n      contents: read\n    concurrency', '    concurrency'],
    ['pull-request-writes', build, '      contents: read\n    concurrency', '      contents: write\n    concurrency'],
    [
      'two-rights',
      publish,
      '      contents: write\n      pull-requests: read',
      '      contents: write\n      pull-requests: write',
    ],
    ['dangerous-trigger', build, '  pull_request:', '  pull_request_target:'],
    ['mixed-triggers', build, '  pull_request:', '  workflow_run:\n  pull_request:'],
    ['pin', build, /@[0-9a-f]{40} # v6\.0\.2/, '@v6'],
    ['pin', build, / # v6\.0\.2/, ''],
    ['template-injection', build, '"$PR"', '"${{ github.event.pull_request.number }}"'],
    ['template-injection', publish, '="$HEAD_BRANCH"', '=${{ github.event.workflow_run.head_branch }}'],
    ['unquoted', publish, '="$HEAD_BRANCH"', '=$HEAD_BRANCH'],
    [
      'untrusted-checkout',
      publish,
      '${{ github.event.repository.default_branch }}',
      '${{ github.event.workflow_run.head_sha }}',
    ],
    ['untrusted-checkout', publish, '          ref: ${{ github.event.repository.default_branch }}\n', ''],
    ['untrusted-checkout', publish, 'ref: ${{ github', 'repository: mallory/docs\n          ref: ${{ github'],
    ['persisted-credentials', build, '          persist-credentials: false\n', ''],
    ['persisted-credentials', deploy, 'persist-credentials: false', 'persist-credentials: true'],
    [
      'checkout-token',
      publish,
      'persist-credentials: false',
      'persist-credentials: false\n          token: ${{ secrets.PAT }}',
    ],
    ['artifact-path', publish, 'path: ${{ runner.temp }}/preview', 'path: .'],
    ['artifact-path', build, 'path: ${{ runner.temp }}/preview', 'path: preview'],
    [
      'artifact-code',
      publish,
      '- name: Publish\n',
      '- run: bash "$RUNNER_TEMP/preview/setup.sh"\n      - name: Publish\n',
    ],
    [
      'artifact-environment',
      publish,
      '- name: Publish\n',
      '- run: cat "$RUNNER_TEMP/preview/pr" >> "$GITHUB_ENV"\n      - name: Publish\n',
    ],
    ['scripts-of-packages', publish, 'npm ci --ignore-scripts', 'npm ci'],
    ['scripts-of-packages', publish, 'npx --no stele', 'npx stele'],
    ['cache-poisoning', publish, '          package-manager-cache: false\n', ''],
    ['cache-poisoning', build, 'package-manager-cache: false', 'package-manager-cache: false\n          cache: npm'],
    ['cache-poisoning', build, 'path: node_modules/.cache/stele', 'path: node_modules'],
    [
      'cache-poisoning',
      deploy,
      '    permissions:\n      contents: read\n',
      '    permissions:\n      contents: write\n',
    ],
    [
      'pull-request-secret',
      build,
      '        id: check\n',
      '        id: check\n        env:\n          TOKEN: ${{ secrets.TOKEN }}\n',
    ],
    ['lost-write', publish, 'cancel-in-progress: false', 'cancel-in-progress: true'],
    ['lost-write', deploy, '      queue: max\n', ''],
    ['timeout', build, '    timeout-minutes: 20\n', ''],
    ['runner', publish, 'runs-on: ubuntu-latest', 'runs-on: [self-hosted]'],
    ['needs', publish, 'needs: publish', 'needs: publich'],
    ['step-id', build, 'steps.check.outputs', 'steps.checks.outputs'],
    ['env-code', publish, 'GH_TOKEN: ${{ github.token }}', 'NODE_OPTIONS: --require=./x.cjs'],
    ['yaml', build, 'jobs:', 'jobs: ]'],
  ])('%s', (rule, text, from, to) => {
    const bad = text.replace(from, () => to);
    expect(bad).not.toBe(text);
    expect(judgeWorkflow(bad).map((fault) => fault.split(':')[0])).toContain(rule);
  });
});

describe('stele ci', () => {
  test('replaces files that it wrote, and no others', async () => {
    const out = newFolder();
    expect(await ci.run(['github', '--out', out])).toBe(0);
    expect(await ci.run(['github', '--out', out, '--shards', '2'])).toBe(0);
    expect(readFileSync(join(out, '.github/workflows/deploy.yml'), 'utf8')).toContain('part: [1, 2]');
    await writeFiles(out, { '.github/workflows/check.yml': 'name: Mine\n' });
    await expect(ci.run(['github', '--out', out])).rejects.toThrow('check.yml is not a file of Stele.');
    expect(readFileSync(join(out, '.github/workflows/deploy.yml'), 'utf8')).toContain('part: [1, 2]');
  });

  test.each([
    ['--content=../x', '--content is not a folder'],
    ['--command=a; b', '--command is not a command'],
    ['--branch=${{ x }}', '--branch is not a branch name'],
    ['--shards=0', '--shards is not a number'],
  ])('refuses %s, which would become a part of a script', async (option, message) => {
    await expect(ci.run(['github', option])).rejects.toThrow(message);
  });

  test('gitlab gives a pipeline with an exposed preview, and Pages with a prefix if asked', () => {
    for (const options of variants) {
      const pipeline = parse(gitlabPipeline(options, false)) as Record<string, Record<string, unknown>>;
      expect(pipeline['preview']).toMatchObject({ artifacts: { expose_as: 'Preview', paths: ['public-site/'] } });
      expect(pipeline['preview']).not.toHaveProperty('pages');
      const parallel = parse(gitlabPipeline(options, true)) as typeof pipeline;
      expect(parallel['preview']!['pages']).toMatchObject({ path_prefix: 'mr-$CI_MERGE_REQUEST_IID' });
      expect('site-part' in pipeline).toBe(options.shards > 1);
      for (const job of Object.values(pipeline).filter(({ script }) => Array.isArray(script)))
        expect((job['script'] as unknown[]).every((line) => typeof line === 'string')).toBe(true);
    }
  });

  test('print gives the commands of each step, with parts if asked', () => {
    expect(plainCommands(plain)).toContain(
      'npx --no stele build --untrusted --keep-going --content content --out site\n',
    );
    expect(plainCommands({ ...plain, shards: 2 })).toContain(
      '--shard 2/2 --out part-2\nnpx --no stele merge part-1 part-2',
    );
  });
});
