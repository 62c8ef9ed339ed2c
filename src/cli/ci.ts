// `stele ci`: workflows for systems that build on every change, and the commands that these workflows run.

import { suggest } from '../compiler/text/index.ts';
import { GitFailure, GitHubFailure, ReportRefused, SiteRefused } from '../ci/index.ts';
import { UsageError } from './arguments.ts';
import { deployCommand, previewCommand, removeCommand } from './ci/publishing.ts';
import { commentCommand, reportCommand } from './ci/reporting.ts';
import { githubCommand, gitlabCommand, printCommand } from './ci/workflows.ts';
import type { Command } from './command.ts';
import { say } from './terminal.ts';

/** A part of the command, by its name. Returns the exit code. */
const parts: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  github: githubCommand,
  gitlab: gitlabCommand,
  print: printCommand,
  report: reportCommand,
  publish: previewCommand,
  comment: commentCommand,
  remove: removeCommand,
  deploy: deployCommand,
};

export const ci: Command = {
  summary: 'write workflows for checks, previews and deploys, and run their steps',
  help: `Usage: stele ci <part> [options]

Workflows:
  github             write .github/workflows: check, preview-build, preview-publish, deploy
  gitlab             write .gitlab-ci.yml
  print              print the commands for any other system

  --content DIR      content folder from the root of the repository (default: content)
  --branch NAME      branch that is deployed (default: main)
  --command WORDS    how a job runs the command (default: npx --no stele)
  --shards N         build the site on N machines
  --host HOST        pages (default), cloudflare or netlify; only for github
  --parallel-pages   serve previews below the path of the site; only for gitlab
  --out DIR          root of the repository (default: .)
  Files that others have written are not replaced.

Steps of the workflows:
  report             write the report on a pull request, and print it as Markdown
    --pr N --head SHA --base SHA --folder DIR --out FILE
  publish            publish a preview in pr-N of the branch, after all checks of its files
    --artifact DIR --repository OWNER/NAME --head-repository OWNER/NAME --head-branch NAME --head-sha SHA
    --remote URL or --into DIR (checked files for another host)
    or without GitHub: --site DIR --pr N --head-branch NAME --head-sha SHA --remote URL
  comment            keep the comment on the pull request up to date
    as publish, and --published true|false --refusal TEXT --removed N,N --run URL --address URL
  remove             remove a preview: --pr N --remote URL
  deploy             publish the site at the root of the branch: --site DIR --sha SHA --remote URL,
                     and --repository OWNER/NAME to remove previews of closed pull requests
  --pages-branch B   branch that is served (default: gh-pages)

git pushes with PUBLISH_TOKEN; requests of GitHub use the command gh, which reads GH_TOKEN.
Exit codes: 0 done, 1 refused or failed; what was published before stays, 2 the command line.
`,
  async run([name, ...args]) {
    const part = name !== undefined && Object.hasOwn(parts, name) ? parts[name] : undefined;
    if (part === undefined) {
      const near = name === undefined ? undefined : suggest(name, Object.keys(parts));
      const list = Object.keys(parts).join(', ');
      throw new UsageError(
        `stele ci takes one of ${list}.${near === undefined ? '' : ` Did you mean ${near}?`} See stele ci --help.`,
      );
    }
    try {
      return await part(args);
    } catch (error) {
      const isRefusal = [SiteRefused, ReportRefused, GitFailure, GitHubFailure].some((kind) => error instanceof kind);
      if (!isRefusal) throw error;
      say((error as Error).message);
      return 1;
    }
  },
};
