// The version of this package and of the packages that it works with, from its `package.json`.

import { readFileSync } from 'node:fs';

interface PackageFile {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const { version, dependencies, peerDependencies } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as PackageFile;

export { version };

/** The versions of a package that Stele works with: a range such as `^7.3.4`. */
export function rangeOf(name: string): string {
  return peerDependencies?.[name] ?? dependencies[name] ?? 'latest';
}
