// Which routes can be addresses: the same in a browser, on a host, and on every disk.

import { quote } from '../diagnostics/index.ts';

/** Why a route, without slashes at its ends, cannot be an address; undefined where it can. */
export function findUnusable(route: string): string | undefined {
  if (route === '404') return 'it is that of the page for addresses that do not exist';
  const character = /[\u0000-\u001f\u007f"#%*:<>?\\|]/.exec(route)?.[0];
  if (character !== undefined) return `names of files on a site cannot contain ${quote(character)}`;
  const segments = route.split('/');
  const odd = segments.find((segment) => segment === '.' || segment === '..' || (segment === '' && route !== ''));
  if (odd !== undefined) return `${quote(odd === '' ? '//' : odd)} is no name`;
  return segments[0]!.startsWith('_') ? 'addresses that begin with `_` are those of files' : undefined;
}
