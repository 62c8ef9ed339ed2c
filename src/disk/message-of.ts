// Anything that code may throw → its message.

import { inspect } from 'node:util';

/** The message of a thrown value, which may be no error. */
export function messageOf(thrown: unknown): string {
  const { message } = Object(thrown) as { message?: unknown };
  if (typeof message === 'string') return message;
  return typeof thrown === 'string' ? thrown : inspect(message ?? thrown);
}
