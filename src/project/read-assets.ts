// Files beside pages → their paths, and for images their size or problem.

import { join } from 'node:path';
import { makeDiagnostic, type Diagnostic } from '../compiler/diagnostics/index.ts';
import type { AssetFile } from '../compiler/model/index.ts';
import { reasonOf } from '../disk/index.ts';
import type { FoundFile } from './list-files.ts';
import type { ImageFacts } from './read-image.ts';

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
  const hasImages = found.some(({ path }) => images.test(path.normalize('NFC')));
  // The library that reads sizes has 26 modules.
  const readImage = hasImages ? (await import('./read-image.ts')).readImage : undefined;
  const readFacts = (path: string, place: string): ImageFacts => {
    try {
      return images.test(path) ? readImage!(join(root, place), path) : {};
    } catch (error) {
      diagnostics.push(makeDiagnostic('unreadable-file', { file: path }, reasonOf(error)));
      return {};
    }
  };
  return found.map(({ path: written, place }) => {
    const path = written.normalize('NFC');
    return { path, ...(place === path ? {} : { place }), ...readFacts(path, place) };
  });
}
