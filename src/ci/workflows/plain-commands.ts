// Settings → the commands of a check, a preview and a deploy, for any system.

import type { WorkflowOptions } from './steps.ts';

/** A shell script with comments. */
export function plainCommands({ command, content, shards }: WorkflowOptions): string {
  const parts = Array.from({ length: shards }, (_, index) => index + 1);
  const build = (options: string): string =>
    shards === 1
      ? `${command} build${options} --content ${content} --out site`
      : [
          ...parts.map(
            (part) => `${command} build${options} --content ${content} --shard ${part}/${shards} --out part-${part}`,
          ),
          `${command} merge ${parts.map((part) => `part-${part}`).join(' ')} --out site`,
        ].join('\n');
  return `# Check a change. Exit code 1: errors in the content.
npm ci
${command} check --untrusted --content ${content}

# Build the preview of a pull request: in a job that has no secret and may only read. Nothing of the content is
# executed.
${build(' --untrusted --keep-going')}

# Publish it, in another job with code of the main branch, as the folder pr-N of the branch gh-pages. The site is data:
# names, types, sizes and scripts are checked. The token is read from PUBLISH_TOKEN.
${command} ci publish --site site --remote https://HOST/OWNER/NAME.git --pr N --head-sha COMMIT --head-branch BRANCH

# Remove it when the pull request is closed.
${command} ci remove --remote https://HOST/OWNER/NAME.git --pr N

# Publish the site of the main branch at the root of gh-pages. Previews stay.
${build('')}
${command} ci deploy --site site --sha COMMIT --remote https://HOST/OWNER/NAME.git

# Or serve it at another path: only the 404 page changes.
${command} rebase site --base /docs/
`;
}
