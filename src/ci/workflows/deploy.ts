// The workflow that builds the site of the main branch and publishes it.

import { actions, cache, checkout, header, indent, oneWriter, setupNode, type WorkflowOptions } from './steps.ts';

const head =
  header(`# The site of the main branch, published at the root of the branch \`gh-pages\`, beside the previews.
`);

const install = `${checkout()}${setupNode}- run: npm ci
`;

const keep = (name: string, path: string): string => `- uses: ${actions.upload}
  with:
    name: ${name}
    path: \${{ runner.temp }}/${path}
    include-hidden-files: true
    if-no-files-found: error
    retention-days: 14
`;

function buildJobs({ command, content, shards, branch }: WorkflowOptions): string {
  const condition = `github.ref == 'refs/heads/${branch}'`;
  const start = (name: string, more: string): string => `  ${name}:
    if: ${condition}
    runs-on: ubuntu-latest
    timeout-minutes: 20
    permissions:
      contents: read
${more}    steps:
`;
  if (shards === 1) {
    const run = `- run: ${command} build --content ${content} --out "$RUNNER_TEMP/site"\n`;
    const steps = `${install}${cache('site')}${run}${keep('site', 'site')}`;
    return `${start('build', '')}${indent(steps, 6)}\n`;
  }
  const parts = Array.from({ length: shards }, (_, index) => index + 1);
  const part = `${install}${cache('part-${{ matrix.part }}')}- env:
    PART: \${{ matrix.part }}
  run: ${command} build --content ${content} --shard "$PART/${shards}" --out "$RUNNER_TEMP/part"
${keep('part-${{ matrix.part }}', 'part')}`;
  const folders = parts.map((number) => `"$RUNNER_TEMP/parts/part-${number}"`);
  const join = `${install}- uses: ${actions.download}
  with:
    pattern: part-*
    path: \${{ runner.temp }}/parts
- run: ${command} merge ${folders.join(' ')} --out "$RUNNER_TEMP/site"
${keep('site', 'site')}`;
  const matrix = `    strategy:\n      matrix:\n        part: [${parts.join(', ')}]\n`;
  return `${start('part', matrix)}${indent(part, 6)}\n\n${start('build', '    needs: part\n')}${indent(join, 6)}\n`;
}

/** The last step: the site goes to its host. */
function publish({ command, host }: WorkflowOptions): string {
  if (host === 'cloudflare') {
    return `- name: Publish
  env:
    CLOUDFLARE_API_TOKEN: \${{ secrets.CLOUDFLARE_API_TOKEN }}
    CLOUDFLARE_ACCOUNT_ID: \${{ secrets.CLOUDFLARE_ACCOUNT_ID }}
    PROJECT: \${{ vars.CLOUDFLARE_PROJECT }}
  run: npx --no wrangler pages deploy "$RUNNER_TEMP/site" --project-name "$PROJECT" --branch "$GITHUB_REF_NAME"
`;
  }
  if (host === 'netlify') {
    return `- name: Publish
  env:
    NETLIFY_AUTH_TOKEN: \${{ secrets.NETLIFY_AUTH_TOKEN }}
    NETLIFY_SITE_ID: \${{ vars.NETLIFY_SITE_ID }}
  run: npx --no netlify deploy --prod --no-build --dir "$RUNNER_TEMP/site"
`;
  }
  return `- name: Publish
  env:
    PUBLISH_TOKEN: \${{ github.token }}
    GH_TOKEN: \${{ github.token }}
  run: >-
    ${command} ci deploy --site "$RUNNER_TEMP/site" --sha "$GITHUB_SHA" --repository "$GITHUB_REPOSITORY"
    --remote "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git"
`;
}

/** The file `deploy.yml`. */
export function deploy(options: WorkflowOptions): string {
  const steps = `${checkout()}${setupNode}- run: npm ci --ignore-scripts
- uses: ${actions.download}
  with:
    name: site
    path: \${{ runner.temp }}/site
${publish(options)}`;
  return `${head}name: Deploy

on:
  push:
    branches: [${options.branch}]
  workflow_dispatch:

permissions: {}

# Whole runs in order: a slow build of an older commit never replaces the site of a newer one.
concurrency:
  group: deploy
  cancel-in-progress: false

jobs:
${buildJobs(options)}
  publish:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 15
    # It reads which pull requests are open, to remove the previews of others.
    permissions:
      contents: ${options.host === 'pages' ? 'write' : 'read'}
      pull-requests: read
${indent(oneWriter, 4)}
    steps:
${indent(steps, 6)}
`;
}
