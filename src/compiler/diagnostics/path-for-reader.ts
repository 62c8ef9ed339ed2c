// The path of a finding's file → the same path from the folder where the command runs.

/**
 * @param prefix the path to the content folder, with `/` at its end; empty if the command runs in the content folder
 * @param file a path in the content folder; `.` is the folder itself, and `../` begins the path of a file beside it
 */
export function pathForReader(prefix: string, file: string): string {
  if (file === '.') return prefix.replace(/\/$/, '') || '.';
  const parent = /^(.*?)(?!\.\.?\/)[^/]+\/$/.exec(prefix)?.[1];
  return file.startsWith('../') && parent !== undefined ? parent + file.slice(3) : prefix + file;
}
