// Files of the site that are parts of a Markdown twin which is too long for one file.

import { partPath } from '../text/index.ts';

/** Matches the end of the name of each part but the first. */
const ending = /\.part-\d+\.md$/;

/** The path of the first part, if a path is that of another part; else undefined. */
export function firstPartOf(path: string): string | undefined {
  return ending.test(path) ? path.replace(ending, '.md') : undefined;
}

/**
 * Paths of files, and behind each twin those of its other parts.
 * @param has whether a file exists
 */
export function withParts(paths: readonly string[], has: (path: string) => boolean): readonly string[] {
  return paths.flatMap((path) => {
    if (!path.endsWith('.md')) return [path];
    const parts = [path];
    for (let next = partPath(path, 2); has(next); next = partPath(path, parts.length + 1)) parts.push(next);
    return parts;
  });
}

/** Whether a file of `public` stands in place of a file, or of the twin that the file is a part of. */
export function isReplaced(path: string, publicFiles: { has(path: string): boolean }): boolean {
  return publicFiles.has(path) || publicFiles.has(firstPartOf(path) ?? path);
}
