// Which routes can be addresses: the same in a browser, on a host, and on every disk, and no file that Stele writes.

import { quote } from '../diagnostics/index.ts';
import { isTakenName, outputFiles } from '../source/index.ts';

/** Bytes of a name. Most disks allow 255; a page becomes a folder of its name. */
const longestName = 240;
/** Bytes of a whole route. Paths of 4,096 bytes are the most on Linux, and the output folder needs some of them. */
const longestRoute = 1024;

/** Why a route, without slashes at its ends, cannot be an address; undefined where it can. */
export function findUnusable(route: string): string | undefined {
  if (route === '') return undefined;
  if (bytesOf(route) > longestRoute) return `it is longer than ${longestRoute} bytes`;
  if (/\p{Surrogate}/u.test(route)) return 'it holds half a character';
  const character = /[\u0000-\u001f\u007f-\u009f"#%*:<>?\\|]/.exec(route)?.[0];
  if (character !== undefined) return `names of files on a site cannot contain ${quote(character)}`;
  const segments = route.split('/');
  const top = segments[0]!;
  if (route === '404') return 'it is that of the page for addresses that do not exist';
  if (isTakenName(top)) return `${quote(top)} is a file at the top of the site`;
  if (top.startsWith('_')) return 'addresses that begin with `_` are those of files';
  for (const segment of segments) {
    const reason = findUnusableName(segment);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/** Names that Windows keeps for devices, with any extension. */
const device = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

function findUnusableName(name: string): string | undefined {
  if (name === '' || name === '.' || name === '..') return `${quote(name === '' ? '//' : name)} is no name`;
  if (name.toLowerCase() === outputFiles.page) return `${quote(name)} is the file of the page above it`;
  if (name.startsWith('.') && name !== '.well-known') return `${quote(name)} is the name of a hidden file`;
  if (/[. ]$/.test(name)) return `${quote(name)} ends with a dot or a space, which Windows takes off`;
  if (device.test(name)) return `Windows keeps the name ${quote(name)} for a device`;
  return bytesOf(name) > longestName ? `a part of it is longer than ${longestName} bytes` : undefined;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
