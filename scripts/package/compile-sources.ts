// The sources in `src` → the folder `dist` of the npm package: JavaScript with source maps, declarations of the public
// types, and templates that import JavaScript. Node does not strip types from files in `node_modules`.

import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { filesBelow } from './files-below.ts';
import { keepUsedTypes } from './keep-used-types.ts';

/**
 * Compiles the sources.
 * @param root folder of the repository
 * @param dist folder to write into
 * @throws Error with the compiler's messages
 */
export async function compileSources(root: string, dist: string): Promise<void> {
  await emit(root, dist);
  const source = join(root, 'src');
  for (const path of await filesBelow(source)) {
    if (path.endsWith('.ts') && !path.endsWith('.d.ts')) continue;
    const to = join(dist, path);
    await mkdir(dirname(to), { recursive: true });
    if (extname(path) === '.astro') await writeFile(to, importJavaScript(await readFile(join(source, path), 'utf8')));
    else await copyFile(join(source, path), to);
  }
  for (const path of await filesBelow(dist)) {
    const file = join(dist, path);
    if (path.endsWith('.d.ts')) await writeFile(file, importJavaScript(await readFile(file, 'utf8')));
    if (path.endsWith('.js')) await writeFile(file, importJavaScript(importAsWritten(await readFile(file, 'utf8'))));
  }
  await keepUsedTypes(dist);
}

/** Runs the TypeScript compiler. Its settings are those of the repository. */
async function emit(root: string, dist: string): Promise<void> {
  const settings = join(dirname(dist), 'tsconfig.emit.json');
  const compilerOptions = {
    noEmit: false,
    allowImportingTsExtensions: false,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    sourceMap: true,
    inlineSources: true,
    noEmitHelpers: true,
    rootDir: join(root, 'src'),
    outDir: dist,
    typeRoots: [join(root, 'node_modules/@types')],
  };
  const text = { extends: join(root, 'tsconfig.json'), compilerOptions, include: [join(root, 'src/**/*.ts')] };
  await writeFile(settings, JSON.stringify(text));
  const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  try {
    await promisify(execFile)(process.execPath, [compiler, '-p', settings]);
  } catch (error) {
    throw new Error((error as { stdout?: string }).stdout || String(error), { cause: error });
  } finally {
    await rm(settings);
  }
}

/** Replaces `.ts` by `.js` in relative imports, also with a query such as `?worker&url`. */
function importJavaScript(text: string): string {
  return text.replace(/(\bfrom\s*|\bimport\s*\(?\s*)(['"])(\.{1,2}\/[^'"\n]+)\.ts(\?[^'"\n]*)?\2/g, '$1$2$3.js$4$2');
}

/**
 * Removes the helper that the compiler calls for computed addresses of imports: no computed address ends in `.ts`, and
 * scripts of pages have the same bytes as those of the repository.
 */
function importAsWritten(text: string): string {
  return text.replaceAll('__rewriteRelativeImportExtension(', '(');
}
