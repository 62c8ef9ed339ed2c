// Files as Vite names their modules: with `/`, also on Windows, where the system writes `\`.

import { sep } from 'node:path';

/** The name of the module of a file, such as `C:/docs/a.astro`. @param separator that of the system */
export function moduleOf(file: string, separator: string = sep): string {
  return separator === '\\' ? file.replaceAll('\\', '/') : file;
}

/**
 * The name of the module at an address of Vite's: `/@fs/home/a.astro` or `/@fs/C:/a.astro`. Undefined if the address is
 * one below the root folder.
 */
export function moduleAt(address: string): string | undefined {
  if (!address.startsWith('/@fs/')) return undefined;
  const path = address.slice('/@fs'.length);
  return /^\/[A-Za-z]:\//.test(path) ? path.slice(1) : path;
}
