// Copies grammars into the package whose own packages have many more grammars than Stele uses: 68 MB for 10 MB. Each
// copy is the file of the exact version in `package.json`, with the licence of its package.

import { cp, mkdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { languages } from '../../src/compiler/languages/index.ts';

/** Packages whose grammars are copied; they are not dependencies of the npm package. */
export const shippedGrammars: readonly string[] = ['@cursorless/tree-sitter-wasms', '@repomix/tree-sitter-wasms'];

/** Writes `dist/grammars`. */
export async function shipGrammars(root: string, dist: string): Promise<void> {
  const used = languages.flatMap(({ grammars }) => grammars.map(({ wasm }) => wasm));
  for (const name of shippedGrammars) {
    const [from, to] = [join(root, 'node_modules', name), join(dist, 'grammars', name)];
    await mkdir(to, { recursive: true });
    await cp(join(from, 'LICENSE'), join(to, 'LICENSE.txt'));
    for (const [, file] of used.filter(([owner]) => owner === name)) {
      await cp(join(from, file), join(to, basename(file)));
    }
  }
}

/** Writes `dist/fonts`: the typeface of pictures, which native code reads, with its licence. */
export async function shipFont(root: string, dist: string): Promise<void> {
  const from = join(root, 'node_modules/@expo-google-fonts/inter');
  await cp(join(from, '600SemiBold/Inter_600SemiBold.ttf'), join(dist, 'fonts/Inter_600SemiBold.ttf'));
  await cp(join(from, 'LICENSE_FONT'), join(dist, 'fonts/LICENSE.txt'));
}
