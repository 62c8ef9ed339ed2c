// The workflows follow the rules of the trust boundary: least permissions, pinned actions, no foreign text in shell
// code.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './run-script.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly if?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(root, '.github', 'workflows');
const names = readdirSync(folder).sort();
const texts = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
const workflows = new Map([...texts].map(([name, text]) => [name, parse(text) as Workflow]));

test('there are three workflows', () => {
  expect(names).toEqual(['ci.yml', 'deploy.yml', 'preview.yml']);
});

describe.each(names)('%s', (name) => {
  const text = texts.get(name)!;
  const workflow = workflows.get(name)!;
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([, job]) => job.steps);

  test('grants no permissions at the top, and each job names those that it needs', () => {
    expect(workflow.permissions).toEqual({});
    for (const [id, job] of jobs) expect(Object.keys(job.permissions ?? {}), id).not.toEqual([]);
  });

  test('does not run on events that give a pull request the rights of the repository', () => {
    expect(Object.keys(workflow.on)).not.toContain('pull_request_target');
    expect(Object.keys(workflow.on)).not.toContain('workflow_run');
  });

  test('pins every action to a commit, with its version in a comment', () => {
    const uses = steps.flatMap((step) => step.uses ?? []);
    expect(uses).not.toEqual([]);
    for (const action of uses) expect(action).toMatch(/^actions\/[a-z-]+@[0-9a-f]{40}$/);
    const lines = text.split('\n').filter((line) => /^\s*(- )?uses:/.test(line));
    expect(lines).toHaveLength(uses.length);
    for (const line of lines) expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('passes every value to the shell in the environment', () => {
    for (const { run } of steps) expect(run ?? '').not.toContain('${{');
  });

  test('keeps no token in a checkout', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
    expect(checkouts).not.toEqual([]);
    for (const checkout of checkouts) expect(checkout.with?.['persist-credentials']).toBe(false);
  });

  test('has a time limit for each job', () => {
    for (const [id, job] of jobs) expect(job['timeout-minutes'], id).toBeGreaterThan(0);
  });

  test('publishes one run at a time, and cancels none', () => {
    for (const [id, job] of jobs.filter(([, { permissions }]) => permissions?.['contents'] === 'write')) {
      expect(job.concurrency, id).toEqual({ group: 'pages-branch', 'cancel-in-progress': false, queue: 'max' });
    }
  });
});

test('an action has the same commit in all workflows', () => {
  const pins = new Set([...texts.values()].flatMap((text) => text.match(/actions\/\S+@.*$/gm) ?? []));
  const actions = [...pins].map((pin) => pin.split('@')[0]);
  expect(new Set(actions).size).toBe(actions.length);
});

describe('a pull request', () => {
  const { jobs } = workflows.get('preview.yml')!;
  const sameRepository = 'github.event.pull_request.head.repo.full_name == github.repository';

  test('is built with a token that can only read, and without secrets', () => {
    expect(jobs['build']?.permissions).toEqual({ contents: 'read' });
    expect(JSON.stringify(jobs['build'])).not.toMatch(/secrets\.|github\.token|GITHUB_TOKEN/);
    const ci = workflows.get('ci.yml')!;
    for (const job of Object.values(ci.jobs)) expect(job.permissions).toEqual({ contents: 'read' });
    expect(texts.get('ci.yml')).not.toMatch(/secrets\.|github\.token|GITHUB_TOKEN/);
  });

  test('of a fork writes nothing', () => {
    const writers = Object.values(jobs).filter(({ permissions }) => Object.values(permissions ?? {}).includes('write'));
    expect(writers).toHaveLength(4);
    for (const { if: condition } of writers) expect(condition).toContain(sameRepository);
  });

  test('of a fork provides only its content: code and packages are those of its base', () => {
    const [own, proposed, place, ...rest] = jobs['build']?.steps ?? [];
    expect(own?.with?.['ref']).toBe("${{ env.IS_FORK == 'true' && github.event.pull_request.base.sha || github.sha }}");
    expect([proposed?.if, place?.if]).toEqual(["env.IS_FORK == 'true'", "env.IS_FORK == 'true'"]);
    expect(proposed?.with?.['path']).toBe('proposed');
    expect(rest.map(({ uses }) => uses ?? '').join(' ')).not.toContain('checkout');
    expect(jobs['build']?.env?.['IS_FORK']).toContain('head.repo.full_name != github.repository');
  });

  test('is published by one job and commented on by another, each with only its own permission', () => {
    const rights = Object.entries(jobs).map(([id, { permissions = {} }]) => [
      id,
      Object.keys(permissions).filter((name) => permissions[name] === 'write'),
    ]);
    expect(rights).toEqual([
      ['build', []],
      ['publish', ['contents']],
      ['comment', ['pull-requests']],
      ['remove', ['contents']],
      ['comment-removed', ['pull-requests']],
    ]);
  });

  test('never provides the code of a job that may write', () => {
    for (const id of ['publish', 'comment', 'remove', 'comment-removed']) {
      const steps = jobs[id]?.steps ?? [];
      const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
      expect(checkouts.map((step) => step.with?.['ref'])).toEqual(['${{ github.event.repository.default_branch }}']);
      for (const { run = '' } of steps) expect(run).not.toMatch(/\bnpm\b|\bnpx\b/);
    }
  });

  test('has its name and branch only in the environment', () => {
    const text = texts.get('preview.yml')!;
    const places = text.split('\n').filter((line) => /head_ref|head\.ref|\.title|\.body|head\.label/.test(line));
    expect(places.map((line) => line.trim())).toEqual(['REF: ${{ github.event.pull_request.head.ref }}']);
  });

  test('gets its findings at their lines, and its site even if there are findings', () => {
    const commands = (jobs['build']?.steps ?? []).map(({ run }) => run ?? '').join('\n');
    expect(commands).toContain('npm run -s stele -- check --untrusted --format github');
    expect(commands).toContain('npm run -s stele -- build --untrusted --keep-going --out ');
  });
});
