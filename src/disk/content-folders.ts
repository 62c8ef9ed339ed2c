// The folders that a site is made from, and the names in them that Stele does not read.

import { dirname, join } from 'node:path';

/** Absolute path of the folder `public`, which is always beside the content folder. */
export function publicFolderOf(contentFolder: string): string {
  return join(dirname(contentFolder), 'public');
}

/** Hidden files and folders of a content folder, and packages, contain no pages. */
export function isIgnoredContent(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}

/**
 * Hidden files of `public` belong to editors, systems and git, except the folder `.well-known` (RFC 8615).
 * @param folder the path of its folder, from the top
 */
export function isIgnoredPublic(name: string, folder: string): boolean {
  return name.startsWith('.') && !(name === '.well-known' && folder === '');
}
