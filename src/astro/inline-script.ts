// An inline script of the site → its text, minified: `import text from './name.ts?script'`.

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
  // Vite is loaded only if something is compiled.
  const { minify, transformWithOxc } = await import('vite');
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
