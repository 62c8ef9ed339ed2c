// An inline script of the site → its text, minified: `import text from './name.ts?script'`.

import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Script } from 'node:vm';
import type { Plugin } from 'vite';

/** Turns TypeScript files that are imported with `?script` into strings. Such a file imports types only. */
export function inlineScriptPlugin(): Plugin {
  return {
    name: 'stele:inline-script',
    enforce: 'pre',
    async transform(code, id) {
      const [file, query] = id.split('?', 2);
      if (query !== 'script') return undefined;
      return `export default ${JSON.stringify(await scriptOf(code, file!))};`;
    },
  };
}

/**
 * Returns the text of a classic script, without a line break at its end.
 * @throws Error if the file imports values or exports, so that it is a module and not a classic script
 */
export async function scriptOf(code: string, file: string): Promise<string> {
  const { minify, transformWithOxc } = await loadVite();
  const plain = await transformWithOxc(code, file, { lang: 'ts', sourcemap: false });
  // TypeScript's compiler marks JavaScript without imports as a module in this way.
  const script = plain.code.replace(/^export \{\s*\};?$/m, '');
  const { code: text } = await minify(file, script, { module: false });
  try {
    // Parsed, not run.
    void new Script(text);
  } catch (error) {
    throw new Error(`${file} is not a classic script`, { cause: error });
  }
  return text.trim();
}

/**
 * Loads Vite, only if something is compiled. It is a dependency of Astro, and some package managers show a package only
 * its own dependencies.
 */
async function loadVite(): Promise<typeof import('vite')> {
  const astro = createRequire(import.meta.url).resolve('astro/package.json');
  return (await import(pathToFileURL(createRequire(astro).resolve('vite')).href)) as typeof import('vite');
}
