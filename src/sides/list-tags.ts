// A pattern → the tags of the repository around a content folder.

import { findRepository } from './find-revision.ts';
import { GitFailed, runGit } from '../disk/index.ts';

/** A tag that leads to a commit. */
export interface GitTag {
  readonly name: string;
  /** When the commit was made, in UTC: `2027-01-31T10:00:00Z`. */
  readonly date: string;
}

/**
 * The tags by the time of their commits, the newest first; at the same time, by version.
 * @param pattern glob of git: `v*`, `docs/*`; a `*` stands for no `/`
 * @throws GitFailed if there is no such tag, or if the clone is shallow: it may lack tags
 */
export async function listTags(contentFolder: string, pattern: string): Promise<readonly GitTag[]> {
  const repository = await findRepository(contentFolder);
  const shallow = await runGit(repository, ['rev-parse', '--is-shallow-repository']);
  if (shallow.toString('utf8').trim() === 'true')
    throw new GitFailed(
      'This clone is shallow, so it may lack tags.\n' +
        '→ Fetch them: `git fetch --unshallow --tags`; in a workflow, check out with `fetch-depth: 0`.',
    );
  // An annotated tag is an object of its own, and `*` is what it leads to.
  const [own, target] = ['%(objecttype) %(committerdate:unix)', '%(*objecttype) %(*committerdate:unix)'];
  const date = `%(if)%(*objecttype)%(then)${target}%(else)${own}%(end)`;
  const args = ['for-each-ref', '--sort=-version:refname', `--format=${date} %(refname:lstrip=2)`];
  const output = await runGit(repository, [...args, `refs/tags/${pattern}`]);
  const tags = output
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const match = /^commit (\d+) (.+)$/.exec(line);
      return match === null ? [] : [{ name: match[2]!, seconds: Number(match[1]) }];
    });
  if (tags.length === 0)
    throw new GitFailed(
      `No tag of this repository has the pattern ${pattern}.\n` +
        '→ Tag a version: `git tag v1.0.0`; or give the pattern of your tags: `--tags "release-*"`.\n' +
        '  If the tags are on the server only, fetch them: `git fetch --tags`.',
    );
  return tags
    .toSorted((a, b) => b.seconds - a.seconds)
    .map(({ name, seconds }) => ({ name, date: new Date(seconds * 1_000).toISOString().replace('.000Z', 'Z') }));
}
