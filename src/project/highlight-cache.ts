// Caches colours of code between builds, by content. After a killed build, with a damaged file, or with another version
// of Stele, Shiki or a grammar, code is coloured again. The body has a line per code.

import { createHash } from 'node:crypto';
import type { CodeText } from '../compiler/model/index.ts';
import { describeProgram, type ProgramPart, readCacheFile, writeCacheFile } from '../disk/index.ts';

/** Encoded tokens by code (`keyOfCode`). */
export type Highlights = ReadonlyMap<string, string>;

/** The cache key of a code: a hash of its text and grammar. */
export function keyOfCode({ text, grammar }: CodeText): string {
  return createHash('sha256').update(`${grammar}\n${text}`).digest('base64url').slice(0, 32);
}

/** The parts of the program that colours depend on: Stele's theme, Shiki, its grammars and its engine. */
const highlighter: ProgramPart = {
  files: [
    'engines/tones.ts',
    'engines/shiki-highlighter.ts',
    'engines/colour-lines.ts',
    'engines/state-numbers.ts',
    'engines/encoded-tokens.ts',
  ],
  packages: [
    'shiki',
    '@shikijs/langs',
    '@shikijs/primitive',
    '@shikijs/vscode-textmate',
    '@shikijs/engine-javascript',
    'oniguruma-to-es',
  ],
};

/** The key of the cache. */
export function describeHighlighter(): Promise<string> {
  return describeProgram(highlighter);
}

/** The colours in a file; none if it is damaged or another highlighter wrote it. */
export async function readHighlights(file: string, program: string): Promise<Highlights> {
  const text = (await readCacheFile(file, program))?.toString('utf8') ?? '';
  return new Map(text.split('\n').flatMap((line) => (line === '' ? [] : [[line.slice(0, 32), line.slice(33)]])));
}

/** Stores colours. If they cannot be written, the next build colours the code again. */
export async function writeHighlights(file: string, program: string, highlights: Highlights): Promise<void> {
  const lines = [...highlights].map(([key, encoded]) => `${key} ${encoded}\n`);
  await writeCacheFile(file, program, lines.sort().join(''));
}
