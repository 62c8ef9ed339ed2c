// Decides which addresses links of a page may have (format.md 5.7). Like browsers, it first removes white space and
// control characters at both ends, and tabs and line breaks anywhere.

import { trimWhere } from '../../text/index.ts';

export type ClassifiedAddress =
  | { readonly kind: 'external'; readonly url: string }
  /** An address of this site: `url` has neither scheme nor host. */
  | { readonly kind: 'local'; readonly url: string }
  | { readonly kind: 'unsafe' };

const safeSchemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:']);

/** Classifies an address. Entities and escapes of the surrounding language must be decoded already. */
export function classifyAddress(written: string): ClassifiedAddress {
  const url = trimWhere(written, (code) => code <= 0x20).replace(/[\t\n\r]/g, '');
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
  if (scheme !== undefined) return safeSchemes.has(scheme) ? { kind: 'external', url } : { kind: 'unsafe' };
  return /^[/\\]{2}/.test(url) ? { kind: 'unsafe' } : { kind: 'local', url };
}
