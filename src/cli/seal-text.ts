// The last line of a generated file: it tells whether someone has changed the file since.

import { sha256 } from '../project/index.ts';

/** Adds the line. */
export function sealText(text: string): string {
  return `${text}\n<!-- stele-digest: ${sha256(text)} -->\n`;
}

/** Whether a text is as `sealText` has written it, in this version of Stele or another. Line breaks may differ. */
export function isUnchanged(text: string): boolean {
  const [, body, digest] =
    /^([^]*)\n<!-- stele-digest: ([0-9a-f]{64}) -->\s*$/.exec(text.replaceAll('\r\n', '\n')) ?? [];
  return body !== undefined && sha256(body) === digest;
}
