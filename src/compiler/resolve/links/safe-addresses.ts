// Which addresses a page may lead to (format.md 5.7), told after what browsers do to an address
// before they read it: white space and controls at its ends, tabs and line breaks anywhere in it.

import { trimWhere } from '../../text/index.ts';

export type ClassifiedAddress =
  | { readonly kind: 'external'; readonly url: string }
  /** Of this site: `url` is normalised, and neither a scheme nor a host. */
  | { readonly kind: 'local'; readonly url: string }
  | { readonly kind: 'unsafe' };

const safeSchemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** Sorts an address as written; entities and escapes of the language around it are decoded already. */
export function classifyAddress(written: string): ClassifiedAddress {
  const url = trimWhere(written, (code) => code <= 0x20).replace(/[\t\n\r]/g, '');
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
  if (scheme !== undefined) return safeSchemes.has(scheme) ? { kind: 'external', url } : { kind: 'unsafe' };
  return /^[/\\]{2}/.test(url) ? { kind: 'unsafe' } : { kind: 'local', url };
}
