// The names of previews' folders at the root of the branch: one rule for those who write, keep and remove them.

/** What a preview's folder is called. */
export const previewFolder = /^pr-[1-9]\d*$/;

/** The folder of a pull request's preview. */
export function previewFolderName(pullRequest: string): string {
  return `pr-${pullRequest}`;
}
