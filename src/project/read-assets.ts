// Files beside pages → what the compiler knows of them: their paths, and the size of images from their first bytes.
// No image is ever decoded (design: no image decoder in the build).

import { readSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import { makeDiagnostic, type Diagnostic } from '../diagnostics/index.ts';
import type { AssetFile } from '../model/index.ts';
import { reasonOf } from './disk-error.ts';
import type { FoundFile } from './list-files.ts';
import { withFile } from './open-file.ts';

const images = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$/i;

/** Headers lie in the first bytes of a file, but for pictures with a large preview in front. */
const headerBytes = 128 * 1024;

/**
 * Reads the sizes of images. Places are relative to the folder; a header that makes no sense gives no size.
 * @param diagnostics takes images that cannot be read
 */
export async function readAssets(
  root: string,
  found: readonly FoundFile[],
  diagnostics: Diagnostic[],
): Promise<readonly AssetFile[]> {
  return found.map(({ path: written, place }) => {
    const path = written.normalize('NFC');
    const size = images.test(path) ? readSize(join(root, place), path, diagnostics) : undefined;
    return { path, ...(place === path ? {} : { place }), ...(size ? { size } : {}) };
  });
}

function readSize(file: string, path: string, diagnostics: Diagnostic[]): AssetFile['size'] {
  let header: Uint8Array;
  try {
    header = withFile(file, readHeader);
  } catch (error) {
    diagnostics.push(makeDiagnostic('unreadable-file', { file: path }, reasonOf(error)));
    return undefined;
  }
  try {
    const { width, height, orientation } = imageSize(header);
    // A photograph that lies on its side is shown upright.
    const isTurned = orientation !== undefined && orientation >= 5;
    return isTurned ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}

/** The first bytes of a file. The system may give fewer than it is asked for. */
function readHeader(descriptor: number): Uint8Array {
  const buffer = new Uint8Array(headerBytes);
  let length = 0;
  for (let read = 1; read > 0 && length < headerBytes; length += read) {
    read = readSync(descriptor, buffer, length, headerBytes - length, length);
  }
  return buffer.subarray(0, length);
}
