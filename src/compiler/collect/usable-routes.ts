// Decides which routes can be addresses. Such a route works in browsers, on hosts and on every file system, and is not
// the name of a file that Stele writes.

import { quote } from '../diagnostics/index.ts';
import { isTakenName, outputFiles } from '../source/index.ts';

/** Limit for a name. A page becomes a folder of its name, and most file systems allow 255 bytes. */
const maxNameBytes = 240;
/** Limit for a whole route. Linux allows paths of 4,096 bytes, and the path of the output folder is part of them. */
const maxRouteBytes = 1024;

/** The reason why a route (without slashes at its ends) cannot be an address. Undefined if it can. */
export function findUnusable(route: string): string | undefined {
  if (route === '') return undefined;
  if (bytesOf(route) > maxRouteBytes) return `it is longer than ${maxRouteBytes} bytes`;
  if (/\p{Surrogate}/u.test(route)) return 'it contains half a character';
  const character = /[\u0000-\u001f\u007f-\u009f"#%*:<>?\\|]/.exec(route)?.[0];
  if (character !== undefined) return `file names of a site cannot contain ${quote(character)}`;
  const segments = route.split('/');
  const top = segments[0]!;
  if (route === '404') return 'it is the address of the page for addresses that do not exist';
  if (isTakenName(top)) return `${quote(top)} is a file at the top of the site`;
  if (top.startsWith('_')) return 'addresses that begin with `_` are reserved for files';
  for (const segment of segments) {
    const reason = findUnusableName(segment);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Names that Windows reserves for devices, with any extension. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function findUnusableName(name: string): string | undefined {
  if (name === '' || name === '.' || name === '..') return `${quote(name === '' ? '//' : name)} is not a name`;
  const folded = name.toLowerCase();
  if (folded === outputFiles.page || folded === outputFiles.twin)
    return `${quote(name)} is the file of the page above it`;
  if (name.startsWith('.') && name !== '.well-known') return `${quote(name)} is the name of a hidden file`;
  if (/[. ]$/.test(name)) return `${quote(name)} ends with a dot or a space, which Windows removes`;
  if (device.test(name)) return `Windows reserves the name ${quote(name)} for a device`;
  return bytesOf(name) > maxNameBytes ? `a part of it is longer than ${maxNameBytes} bytes` : undefined;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
