// The address of a file of the site in another one.

import type { SiteConfig } from '../../compiler/model/index.ts';
import { encodePath } from '../../compiler/text/index.ts';

/**
 * Absolute if the site has an address, else relative.
 * @param from path of the file with the link, from the top of the site
 * @param path of the other file
 */
export function placeOf({ url }: SiteConfig, from: string, path: string): string {
  if (url !== undefined) return url + encodePath(path);
  const [start, target] = [from.split('/').slice(0, -1), path.split('/')];
  let shared = 0;
  while (shared < start.length && shared < target.length - 1 && start[shared] === target[shared]) shared++;
  return ('../'.repeat(start.length - shared) || './') + encodePath(target.slice(shared).join('/'));
}
