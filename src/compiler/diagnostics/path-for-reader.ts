// The path of a finding's file → the path as its reader finds it.

/**
 * @param prefix leads to the content folder and ends with `/`; empty where that is where the reader is
 * @param file from the content folder; `.` is the folder itself, and what begins with `../` lies beside it
 */
export function pathForReader(prefix: string, file: string): string {
  if (file === '.') return prefix.replace(/\/$/, '') || '.';
  const parent = /^(.*?)(?!\.\.?\/)[^/]+\/$/.exec(prefix)?.[1];
  return file.startsWith('../') && parent !== undefined ? parent + file.slice(3) : prefix + file;
}
