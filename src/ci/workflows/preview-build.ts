// The workflow that builds the preview of a pull request. It runs the code of the pull request, of a fork that of its
// base with the content of the fork: so it may only read, and has no secret.

import { posix } from 'node:path';
import { actions, cache, checkout, header, indent, setupNode, type WorkflowOptions } from './steps.ts';

const head =
  header(`# Builds the preview of every pull request, also of forks: findings at their lines, the site and a report as
# an artifact. Nothing here can write. "Preview publish" takes the artifact as data.
#
# The code of a pull request of a fork is that of its base; only its content comes from the fork. Content is built with
# \`--untrusted\`, so nothing of it is executed: a site that has components of its own takes that away here.
`);

/** The steps that bring code and content: of a fork, the code of the base with the content of the fork. */
function code(content: string): string {
  const place = `rm -rf "$CONTENT" "$PUBLIC"
for folder in "$CONTENT" "$PUBLIC"; do
  if [ -d "proposed/$folder" ] && [ ! -L "proposed/$folder" ]; then
    mkdir -p "$(dirname "$folder")"
    mv "proposed/$folder" "$folder"
  fi
done
rm -rf proposed`;
  return `${checkout(
    "${{ env.IS_FORK == 'true' && github.event.pull_request.base.sha || github.sha }}",
  )}- name: Get the content of the fork
  if: env.IS_FORK == 'true'
  uses: ${actions.checkout}
  with:
    ref: \${{ github.sha }}
    path: proposed
    persist-credentials: false
- name: Put it in the place of the content of the base
  if: env.IS_FORK == 'true'
  env:
    CONTENT: ${content}
    PUBLIC: ${posix.join(posix.dirname(content), 'public')}
  run: |
${indent(place, 4)}
${setupNode}- run: npm ci
`;
}

function partJob(options: WorkflowOptions): string {
  const parts = Array.from({ length: options.shards }, (_, index) => index + 1).join(', ');
  return `  part:
    if: github.event.action != 'closed'
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
    strategy:
      matrix:
        part: [${parts}]
    env:
      IS_FORK: \${{ github.event.pull_request.head.repo.full_name != github.repository }}
    steps:
${indent(code(options.content) + cache('part-${{ matrix.part }}'), 6)}
      - name: Build a part of the site
        env:
          PART: \${{ matrix.part }}
        run: >-
          ${options.command} build --untrusted --keep-going --content ${options.content}
          --shard "$PART/${options.shards}" --out "$RUNNER_TEMP/part" || true
      - uses: ${actions.upload}
        with:
          name: part-\${{ matrix.part }}
          path: \${{ runner.temp }}/part
          include-hidden-files: true
          retention-days: 1

`;
}

/** The steps that make the site of the pull request. */
function build({ command, content, shards }: WorkflowOptions): string {
  const out = '--out "$RUNNER_TEMP/preview/site"';
  const folders = Array.from({ length: shards }, (_, index) => `"$RUNNER_TEMP/parts/part-${index + 1}"`).join(' ');
  const one = `${command} build --untrusted --keep-going --content ${content} ${out} || code=$?`;
  const joined = `${command} merge ${folders} ${out} || code=$?`;
  const download = `- uses: ${actions.download}
  with:
    pattern: part-*
    path: \${{ runner.temp }}/parts
`;
  return `${shards > 1 ? download : ''}- name: Build the site, with a labelled gap for each error
  id: build
  env:
    STELE_TIMINGS: \${{ runner.temp }}/head-times.json
  run: |
    code=0
    mkdir -p "$RUNNER_TEMP/preview"
    ${shards > 1 ? joined : one}
    echo "code=$code" >> "$GITHUB_OUTPUT"
`;
}

/** The file `preview-build.yml`. */
export function previewBuild(options: WorkflowOptions): string {
  const { command, content, shards } = options;
  const base = `- name: Get the base
  uses: ${actions.checkout}
  with:
    ref: \${{ github.event.pull_request.base.sha }}
    path: .base
    persist-credentials: false
- name: Check and build the base, to compare
  env:
    STELE_TIMINGS: \${{ runner.temp }}/base-times.json
  run: |
    ${command} check --untrusted --content .base/${content} --format json > "$RUNNER_TEMP/base.json" || true
    ${command} build --untrusted --keep-going --content .base/${content} --out "$RUNNER_TEMP/base" || true
    ${command} diff .base/${content} ${content} --format json --out "$RUNNER_TEMP/diff.json" || true
    rm -rf .base
`;
  const check = `# The log shows no exit code of these: the last step ends the job as they ended.
- name: Check the content
  id: check
  run: |
    code=0
    ${command} check --untrusted --content ${content} --format github || code=$?
    ${command} check --untrusted --content ${content} --format json > "$RUNNER_TEMP/head.json" || true
    echo "code=$code" >> "$GITHUB_OUTPUT"
`;
  const report = `- name: Report what changes
  if: \${{ !cancelled() }}
  env:
    PR: \${{ github.event.pull_request.number }}
    HEAD: \${{ github.event.pull_request.head.sha }}
    BASE: \${{ github.event.pull_request.base.sha }}
  run: >-
    ${command} ci report --pr="$PR" --head="$HEAD" --base="$BASE" --folder "$RUNNER_TEMP"
    --out "$RUNNER_TEMP/preview/report.json" >> "$GITHUB_STEP_SUMMARY"
- name: Keep the site and the report
  if: \${{ !cancelled() }}
  uses: ${actions.upload}
  with:
    name: preview
    path: \${{ runner.temp }}/preview
    include-hidden-files: true
    retention-days: 14
- name: End as the check and the build ended
  env:
    CHECK: \${{ steps.check.outputs.code }}
    BUILD: \${{ steps.build.outputs.code }}
  run: |
    echo "check exited with $CHECK, build with $BUILD"
    [ "$CHECK" = 0 ] && [ "$BUILD" = 0 ]
`;
  return `${head}name: Preview build

on:
  pull_request:
    types: [opened, synchronize, reopened, closed]

permissions: {}

jobs:
${shards > 1 ? partJob(options) : ''}  build:
${shards > 1 ? '    needs: part\n' : ''}    if: github.event.action != 'closed'
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
    concurrency:
      group: preview-\${{ github.event.pull_request.number }}
      cancel-in-progress: true
    env:
      IS_FORK: \${{ github.event.pull_request.head.repo.full_name != github.repository }}
    steps:
${indent(code(content) + cache('site') + base + check + build(options) + report, 6)}

  # The run that follows removes the preview.
  closed:
    if: github.event.action == 'closed'
    runs-on: ubuntu-latest
    timeout-minutes: 5
    permissions: {}
    steps:
      - run: echo "Preview publish removes the preview."
`;
}
