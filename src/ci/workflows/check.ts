// The workflow that checks the content of every change: findings at their lines, and a pull request that fails with
// them.

import { actions, checkout, header, indent, setupNode, type WorkflowOptions } from './steps.ts';

const head = header(`# Checks the content of every change. Findings stand at their lines in the pull request.
`);

/** The file `check.yml`. */
export function check({ command, content, branch }: WorkflowOptions): string {
  const steps = `${checkout()}${setupNode}- run: npm ci
- run: ${command} check --untrusted --content ${content} --format github
`;
  const compare = `${checkout()}- name: Get the base
  uses: ${actions.checkout}
  with:
    ref: \${{ github.event.pull_request.base.sha }}
    path: .base
    persist-credentials: false
${setupNode}- run: npm ci
- run: ${command} diff .base/${content} ${content} --fail-on breaking
`;
  return `${head}name: Check

on:
  pull_request:
  push:
    branches: [${branch}]

permissions: {}

concurrency:
  group: check-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
    steps:
${indent(steps, 6)}

  # Fails if the change breaks code of readers: make it required, or allow it in content/_approvals.yaml.
  reference:
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
    steps:
${indent(compare, 6)}
`;
}
