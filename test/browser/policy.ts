// The strictest content security policy for a built site: only its own files, and its inline scripts by their hashes.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attribute, byTag, parseHtml, rawText } from '../site/html.ts';

/**
 * The policy of a built site.
 * @param folder its files; no page has other inline scripts than its home page
 */
export function policyOf(folder: string): string {
  const scripts = byTag(parseHtml(readFileSync(join(folder, 'index.html'), 'utf8')), 'script').filter(
    (script) => attribute(script, 'src') === undefined && attribute(script, 'type') !== 'application/ld+json',
  );
  const hashes = scripts.map((script) => `'sha256-${createHash('sha256').update(rawText(script)).digest('base64')}'`);
  return [
    "default-src 'none'",
    `script-src 'self' ${hashes.join(' ')}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
