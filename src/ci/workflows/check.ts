// The workflow that checks the content of every change: findings at their lines, and a pull request that fails with them.

import { checkout, header, indent, setupNode, type WorkflowOptions } from './steps.ts';

const head = header(`# Checks the content of every change. Findings stand at their lines in the pull request.
`);

/** The file `check.yml`. */
export function check({ command, content, branch }: WorkflowOptions): string {
  const steps = `${checkout()}${setupNode}- run: npm ci
- run: ${command} check --untrusted --content ${content} --format github
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
`;
}
