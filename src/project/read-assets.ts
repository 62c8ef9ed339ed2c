// Files beside pages → their paths, and for images their size or problem.

import { join } from 'node:path';
import { makeDiagnostic, type Diagnostic } from '../compiler/diagnostics/index.ts';
import type { AssetFile } from '../compiler/model/index.ts';
import { reasonOf } from '../disk/index.ts';
import type { FoundFile } from './list-files.ts';
import { readImage, type ImageFacts } from './read-image.ts';

const images = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$/i;

/**
 * Reads the facts about files. Places are relative to the folder.
 * @param diagnostics receives findings about images that cannot be read
 */
export async function readAssets(
  root: string,
  found: readonly FoundFile[],
  diagnostics: Diagnostic[],
): Promise<readonly AssetFile[]> {
  return found.map(({ path: written, place }) => {
    const path = written.normalize('NFC');
    const facts = images.test(path) ? readFacts(join(root, place), path, diagnostics) : {};
    return { path, ...(place === path ? {} : { place }), ...facts };
  });
}

function readFacts(file: string, path: string, diagnostics: Diagnostic[]): ImageFacts {
  try {
    return readImage(file, path);
  } catch (error) {
    diagnostics.push(makeDiagnostic('unreadable-file', { file: path }, reasonOf(error)));
    return {};
  }
}
