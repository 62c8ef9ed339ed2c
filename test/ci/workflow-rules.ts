// The rules that every workflow file follows, after what zizmor and actionlint report: a workflow's text → the rules that
// it breaks. They are about the boundary between a stranger's pull request and what may write.

import { parse } from 'yaml';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly id?: string;
  readonly shell?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly if?: string;
  readonly needs?: string | readonly string[];
  readonly permissions?: Readonly<Record<string, string>> | string;
  readonly concurrency?: { readonly group?: string; readonly 'cancel-in-progress'?: unknown; readonly queue?: string };
  readonly 'timeout-minutes'?: number;
  readonly env?: Readonly<Record<string, unknown>>;
  readonly 'runs-on'?: unknown;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
  readonly uses?: string;
  readonly secrets?: unknown;
}

interface Workflow {
  readonly on: unknown;
  readonly permissions?: unknown;
  readonly env?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Places of an event whose text a stranger chooses. */
const strangers =
  /github\.event\.(?:issue|comment|review|pages|commits|head_commit|discussion)|github\.head_ref|\.(?:title|body|label|message|head_branch|default_branch|full_name|ref)\b/;

/** The rules that a workflow breaks, each with its place. */
export function judgeWorkflow(text: string): readonly string[] {
  const faults: string[] = [];
  const fault = (rule: string, place: string): void => void faults.push(`${rule}: ${place}`);
  let workflow: Workflow;
  try {
    workflow = parse(text) as Workflow;
  } catch {
    return ['yaml: the file'];
  }
  const events =
    typeof workflow.on === 'string'
      ? [workflow.on]
      : Array.isArray(workflow.on)
        ? workflow.on
        : Object.keys(Object(workflow.on));
  const isPull = events.includes('pull_request');
  const isRun = events.includes('workflow_run');
  if (events.includes('pull_request_target')) fault('dangerous-trigger', 'pull_request_target');
  if (isPull && isRun) fault('mixed-triggers', 'on');
  if (JSON.stringify(workflow.permissions) !== '{}') fault('permissions', 'top');
  if (workflow.env !== undefined) fault('env-at-top', 'env');
  for (const [id, job] of Object.entries(workflow.jobs))
    judgeJob(id, job, { isPull, isRun, jobs: workflow.jobs }, fault);
  for (const line of text.split('\n')) {
    if (/^\s*(?:- )?uses:/.test(line) && !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)) fault('pin', line.trim());
  }
  return faults;
}

interface Context {
  readonly isPull: boolean;
  readonly isRun: boolean;
  readonly jobs: Workflow['jobs'];
}

function judgeJob(
  id: string,
  job: Job,
  { isPull, isRun, jobs }: Context,
  fault: (rule: string, place: string) => void,
): void {
  const rights = Object(job.permissions ?? { all: 'write' }) as Record<string, string>;
  if (typeof job.permissions !== 'object') fault('permissions', id);
  const writes = Object.keys(rights).filter((name) => rights[name] === 'write');
  if (writes.length > 1) fault('two-rights', id);
  if (isPull && writes.length > 0) fault('pull-request-writes', id);
  if (isPull && /secrets\.|github\.token|GITHUB_TOKEN/.test(JSON.stringify(job))) fault('pull-request-secret', id);
  if (job.secrets !== undefined) fault('secrets-inherit', id);
  if (!(Number(job['timeout-minutes']) > 0)) fault('timeout', id);
  if (typeof job['runs-on'] !== 'string' || /self-hosted/.test(job['runs-on'])) fault('runner', id);
  for (const needed of [job.needs ?? []].flat()) if (!(needed in jobs)) fault('needs', `${id} → ${needed}`);
  if (writes.includes('contents')) {
    const { group, queue, 'cancel-in-progress': cancels } = job.concurrency ?? {};
    if (group !== 'pages-branch' || cancels !== false || queue !== 'max') fault('lost-write', id);
  }
  const isTrusted = isRun || writes.length > 0;
  for (const step of job.steps ?? []) judgeStep(id, step, isTrusted, isRun, job.steps!, fault);
}

function judgeStep(
  id: string,
  { uses = '', run = '', with: inputs = {}, env = {} }: Step,
  isTrusted: boolean,
  isRun: boolean,
  steps: readonly Step[],
  fault: (rule: string, place: string) => void,
): void {
  if (run.includes('${{')) fault('template-injection', id);
  if (uses.startsWith('actions/github-script') && JSON.stringify(inputs).includes('${{'))
    fault('template-injection', id);
  if (uses.startsWith('./') || uses.startsWith('docker:')) fault('unpinned-code', id);
  const ref = String(inputs['ref'] ?? '');
  if (uses.startsWith('actions/checkout@')) {
    if (inputs['persist-credentials'] !== false) fault('persisted-credentials', id);
    if (inputs['token'] !== undefined || inputs['ssh-key'] !== undefined) fault('checkout-token', id);
    const isDefault = ref === '${{ github.event.repository.default_branch }}' || (ref === '' && !isRun);
    if (isTrusted && !isDefault) fault('untrusted-checkout', id);
    if (isTrusted && (inputs['repository'] !== undefined || /refs\/pull/.test(ref))) fault('untrusted-checkout', id);
  }
  // GitHub keeps caches of pull requests apart from those of the main branch. What may write reads none of them.
  const isOwnCache = inputs['path'] === 'node_modules/.cache/stele' && !isTrusted;
  if ((uses.startsWith('actions/cache') && !isOwnCache) || inputs['cache'] !== undefined) fault('cache-poisoning', id);
  if (uses.startsWith('actions/setup-node@') && inputs['package-manager-cache'] !== false) fault('cache-poisoning', id);
  if (uses.startsWith('actions/download-artifact@') || uses.startsWith('actions/upload-artifact@')) {
    const path = String(inputs['path'] ?? '.');
    if (!path.startsWith('${{ runner.temp }}/')) fault('artifact-path', `${id} ${path}`);
  }
  if (isTrusted && /\bnpm (?:ci|install)\b(?!.*--ignore-scripts)|\bnpx (?!--no )/.test(run))
    fault('scripts-of-packages', id);
  if (isTrusted && /(?:bash|sh|node|source|eval)\s+"?\$RUNNER_TEMP\/(?:preview|site)/.test(run))
    fault('artifact-code', id);
  if (isTrusted && /cat .*(?:preview|site).*GITHUB_(?:ENV|OUTPUT|PATH)/.test(run)) fault('artifact-environment', id);
  if (/GITHUB_ENV|GITHUB_PATH/.test(run) && isTrusted) fault('artifact-environment', id);
  for (const [name, value] of Object.entries(env)) {
    if (/^(?:NODE_OPTIONS|PATH|LD_PRELOAD|BASH_ENV)$/.test(name)) fault('env-code', `${id} ${name}`);
    if (strangers.test(String(value)) && new RegExp(`(?<!")\\$\\{?${name}\\b`).test(run.replaceAll(`="$${name}"`, '')))
      fault('unquoted', `${id} ${name}`);
  }
  const ids = new Set(steps.map((step) => step.id).filter((name) => name !== undefined));
  for (const [, name = ''] of JSON.stringify({ env, inputs }).matchAll(/steps\.([\w-]+)\./g)) {
    if (!ids.has(name)) fault('step-id', `${id} ${name}`);
  }
}
