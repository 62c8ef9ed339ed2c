// The names of preview folders at the root of the branch, for the commands that write, keep and remove them.

/** Matches the name of a preview's folder. */
export const previewFolder = /^pr-[1-9]\d*$/;

/** The folder of a pull request's preview. */
export function previewFolderName(pullRequest: string): string {
  return `pr-${pullRequest}`;
}
