// The SHA-256 of a text, for files that name the digests of others.

import { createHash } from 'node:crypto';

/** In hexadecimal digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
