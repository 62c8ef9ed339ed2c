// Colours of code, kept by content from build to build: a killed build, a damaged file, another Stele, Shiki or grammar
// only means that code is coloured again. The file has a line per code and its own checksum at the end.

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CodeText } from '../compiler/model/index.ts';
import { readCacheFile, writeCacheFile } from './cache-file.ts';

/** Encoded tokens by code (`keyOfCode`). */
export type Highlights = ReadonlyMap<string, string>;

/** What tells a code from all others: its text and its grammar. */
export function keyOfCode({ text, grammar }: CodeText): string {
  return createHash('sha256').update(`${grammar}\n${text}`).digest('base64url').slice(0, 32);
}

/** Packages that decide about colours beside Stele's own files. */
const packages = [
  'shiki',
  '@shikijs/langs',
  '@shikijs/primitive',
  '@shikijs/vscode-textmate',
  '@shikijs/engine-javascript',
  'oniguruma-to-es',
];

const ownFiles = ['tones.ts', 'shiki-highlighter.ts', 'encoded-tokens.ts'];

/** What colours depend on beside the code: Stele's theme, Shiki, its grammars and its engine, by version, and Node. */
export async function describeHighlighter(): Promise<string> {
  const hash = createHash('sha256').update(process.version);
  const engines = fileURLToPath(new URL('../engines/', import.meta.url));
  for (const name of ownFiles) hash.update(await readFile(join(engines, name)));
  let from = import.meta.url;
  for (const name of packages) {
    const file = await findManifest(name, from);
    // The parts of Shiki lie beside it or inside it.
    if (name === 'shiki') from = file;
    const { version } = JSON.parse(await readFile(file, 'utf8')) as { version: string };
    hash.update(`${name}@${version}\n`);
  }
  return hash.digest('base64url');
}

/** A package's `package.json`, also where its exports do not have it. */
async function findManifest(name: string, from: string): Promise<string> {
  for (const folder of createRequire(from).resolve.paths(name) ?? []) {
    const file = join(folder, name, 'package.json');
    if (await readFile(file).catch(() => undefined)) return file;
  }
  throw new Error(`the package ${name} is not installed`);
}

/** The colours of a file that was written whole, by this highlighter; none of any other. */
export async function readHighlights(file: string, highlighter: string): Promise<Highlights> {
  const text = (await readCacheFile(file))?.toString('utf8') ?? '';
  const end = text.lastIndexOf('\n') + 1;
  const body = text.slice(0, end);
  if (!body.startsWith(`${highlighter}\n`) || checksum(body) !== text.slice(end)) return new Map();
  const entries = body.split('\n').slice(1, -1);
  return new Map(entries.map((line) => [line.slice(0, 32), line.slice(33)]));
}

/** Keeps colours. Where they cannot be written, the next build makes them again. */
export async function writeHighlights(file: string, highlighter: string, highlights: Highlights): Promise<void> {
  const lines = [...highlights].map(([key, encoded]) => `${key} ${encoded}\n`);
  const body = `${highlighter}\n${lines.sort().join('')}`;
  await writeCacheFile(file, body + checksum(body));
}

function checksum(body: string): string {
  return createHash('sha256').update(body).digest('base64url');
}
