// Finds out whether compiled templates have all files that they name. Astro leaves a file out without an error if the
// system says, for a moment, that it does not exist.

import { posix } from 'node:path';
import type { Templates } from './templates.ts';

/**
 * Matches addresses of scripts and styles in the program and in Astro's page data. Astro's own virtual modules are
 * named, and have no file.
 */
const clientFile = /_stele\/(?!_virtual_)[\w.-]+\.(?:css|js)\b/g;
/** Matches other files of the program. */
const serverFile = /\b(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"'\s]+\.mjs)["']/g;

/** Whether every file that the templates name is among their files. */
export function isWhole({ entry, server, client, pages }: Templates): boolean {
  const hasClientFiles = (text: string): boolean => [...text.matchAll(clientFile)].every(([path]) => client.has(path));
  const code = [...server].filter(([path]) => !path.endsWith('.map'));
  const texts = code.map(([path, bytes]): [string, string] => [path, Buffer.from(bytes).toString('utf8')]);
  return (
    server.has(entry) &&
    hasClientFiles(JSON.stringify(pages)) &&
    texts.every(
      ([path, text]) =>
        hasClientFiles(text) &&
        [...text.matchAll(serverFile)].every(([, beside = '']) => server.has(posix.join(posix.dirname(path), beside))),
    )
  );
}
