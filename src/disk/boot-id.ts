// Identifies the time since the system's last start. After a loss of power, files that were changed before it may have
// old bytes with new times.

import { readFileSync } from 'node:fs';

/** A text that differs after each start of the system; undefined if the system does not tell. */
export function readBootId(): string | undefined {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}
