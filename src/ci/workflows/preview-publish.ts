// The workflow that publishes previews and comments. It may write, so it runs the code of the default branch, and takes
// the artifact of the build as data.

import { actions, header, indent, oneWriter, trustedCode, type WorkflowOptions } from './steps.ts';

const head =
  header(`# Publishes the preview that "Preview build" has built, removes previews of closed pull requests, and keeps
# one comment on the pull request up to date.
#
# It runs code of the default branch only, taken by the name of the branch. The artifact is data of a stranger:
# \`stele ci publish\` checks its names, types, sizes and pages, and compares it with what GitHub knows about the run.
`);

const artifact = `- name: Get the artifact
  # A build of a closed pull request has none.
  continue-on-error: true
  uses: ${actions.download}
  with:
    name: preview
    path: \${{ runner.temp }}/preview
    run-id: \${{ github.event.workflow_run.id }}
    github-token: \${{ github.token }}
`;

const run = `HEAD_REPOSITORY: \${{ github.event.workflow_run.head_repository.full_name }}
HEAD_BRANCH: \${{ github.event.workflow_run.head_branch }}
HEAD_SHA: \${{ github.event.workflow_run.head_sha }}
`;

const options = `--artifact="$RUNNER_TEMP/preview" --repository="$GITHUB_REPOSITORY"
--head-repository="$HEAD_REPOSITORY" --head-branch="$HEAD_BRANCH" --head-sha="$HEAD_SHA"
`;

/** The steps that bring a checked and marked preview to another host than GitHub Pages. */
function upload(host: WorkflowOptions['host']): string {
  if (host === 'pages') return '';
  const [env, command] =
    host === 'cloudflare'
      ? [
          `CLOUDFLARE_API_TOKEN: \${{ secrets.CLOUDFLARE_API_TOKEN }}
CLOUDFLARE_ACCOUNT_ID: \${{ secrets.CLOUDFLARE_ACCOUNT_ID }}
PROJECT: \${{ vars.CLOUDFLARE_PROJECT }}`,
          'npx --no wrangler pages deploy "$RUNNER_TEMP/checked" --project-name "$PROJECT" --branch "pr-$PR"',
        ]
      : [
          `NETLIFY_AUTH_TOKEN: \${{ secrets.NETLIFY_AUTH_TOKEN }}
NETLIFY_SITE_ID: \${{ vars.NETLIFY_SITE_ID }}`,
          'npx --no netlify deploy --no-build --dir "$RUNNER_TEMP/checked" --alias "pr-$PR"',
        ];
  return `- name: Upload
  if: steps.publish.outputs.is-published == 'true'
  env:
    PR: \${{ steps.publish.outputs.pr }}
${indent(env, 4)}
  run: ${command}
`;
}

/** The file `preview-publish.yml`. */
export function previewPublish({ command, host }: WorkflowOptions): string {
  const onPages = host === 'pages';
  const publish = `- name: Publish
  id: publish
  env:
    PUBLISH_TOKEN: \${{ github.token }}
    GH_TOKEN: \${{ github.token }}
${indent(run, 4)}
  run: >-
    ${command} ci publish
${indent(options, 4)}
    ${onPages ? '--remote "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY.git"' : '--into "$RUNNER_TEMP/checked"'}
`;
  const address: Readonly<Record<WorkflowOptions['host'], string>> = {
    pages: '',
    cloudflare: 'PREVIEW: https://pr-${{ needs.publish.outputs.pr }}.${{ vars.CLOUDFLARE_PROJECT }}.pages.dev/\n',
    netlify: 'PREVIEW: https://pr-${{ needs.publish.outputs.pr }}--${{ vars.NETLIFY_SITE_NAME }}.netlify.app/\n',
  };
  const option = onPages ? '' : ' --address="$PREVIEW"';
  const comment = `- name: Comment
  env:
    GH_TOKEN: \${{ github.token }}
${indent(run, 4)}
    IS_PUBLISHED: \${{ needs.publish.outputs.is-published }}
    REFUSAL: \${{ needs.publish.outputs.refusal }}
    REMOVED: \${{ needs.publish.outputs.removed }}
    RUN: \${{ github.event.workflow_run.html_url }}
${indent(address[host], 4)}${onPages ? '' : '\n'}  run: >-
    ${command} ci comment
${indent(options, 4)}
    --published="$IS_PUBLISHED" --refusal="$REFUSAL" --removed="$REMOVED" --run="$RUN"${option}
`;
  return `${head}name: Preview publish

on:
  workflow_run:
    workflows: [Preview build]
    types: [completed]

permissions: {}

jobs:
  publish:
    if: github.event.workflow_run.event == 'pull_request'
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      actions: read
      contents: ${onPages ? 'write' : 'read'}
      pull-requests: read
${indent(oneWriter, 4)}
    outputs:
      pr: \${{ steps.publish.outputs.pr }}
      is-published: \${{ steps.publish.outputs.is-published }}
      refusal: \${{ steps.publish.outputs.refusal }}
      removed: \${{ steps.publish.outputs.removed }}
    steps:
${indent(trustedCode + artifact + publish + upload(host), 6)}

  # A refused preview fails the job before; the comment gives the reason.
  comment:
    needs: publish
    if: \${{ !cancelled() && github.event.workflow_run.event == 'pull_request' }}
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      actions: read
      contents: read
      pages: read
      pull-requests: write
    concurrency:
      group: comment-\${{ github.event.workflow_run.head_repository.id }}-\${{ github.event.workflow_run.head_branch }}
      cancel-in-progress: false
      queue: max
    steps:
${indent(trustedCode + artifact + comment, 6)}
`;
}
