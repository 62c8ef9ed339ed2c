// Files beside pages → what the compiler knows of them: their paths, and the size of images from their first bytes.
// No image is ever decoded (design: no image decoder in the build).

import { readSync } from 'node:fs';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import type { AssetFile } from '../model/index.ts';
import type { FoundFile } from './list-files.ts';
import { withFile } from './open-file.ts';

const images = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$/i;

/** Headers lie in the first bytes of a file, but for pictures with a large preview in front. */
const headerBytes = 128 * 1024;

/** Reads the sizes of images. Places are relative to the folder; a header that cannot be read gives no size. */
export async function readAssets(root: string, found: readonly FoundFile[]): Promise<readonly AssetFile[]> {
  return found.map(({ path: written, place }) => {
    const path = written.normalize('NFC');
    const size = images.test(path) ? readSize(join(root, place)) : undefined;
    return { path, ...(place === path ? {} : { place }), ...(size ? { size } : {}) };
  });
}

function readSize(file: string): AssetFile['size'] {
  try {
    const header = withFile(file, (descriptor) => {
      const buffer = new Uint8Array(headerBytes);
      return buffer.subarray(0, readSync(descriptor, buffer, 0, headerBytes, 0));
    });
    const { width, height, orientation } = imageSize(header);
    // A photograph that lies on its side is shown upright.
    const isTurned = orientation !== undefined && orientation >= 5;
    return isTurned ? { width: height, height: width } : { width, height };
  } catch {
    return undefined;
  }
}
