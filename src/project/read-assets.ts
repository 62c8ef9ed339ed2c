// Files beside pages → what the compiler knows of them: their paths, and the size of images from their first bytes.
// No image is ever decoded (design: no image decoder in the build).

import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { imageSize } from 'image-size';
import type { AssetFile } from '../model/index.ts';

const images = /\.(?:png|jpe?g|gif|webp|avif|svg|bmp|ico)$/i;

/** Headers lie in the first bytes of a file, but for pictures with a large preview in front. */
const headerBytes = 128 * 1024;

/** Reads the sizes of images. `paths` are relative to the folder; a header that cannot be read gives no size. */
export async function readAssets(folder: string, paths: readonly string[]): Promise<readonly AssetFile[]> {
  const assets: AssetFile[] = [];
  for (const path of paths) {
    const size = images.test(path) ? await readSize(join(folder, path)) : undefined;
    assets.push({ path, ...(size ? { size } : {}) });
  }
  return assets;
}

async function readSize(file: string): Promise<AssetFile['size']> {
  try {
    const handle = await open(file);
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(headerBytes), 0, headerBytes, 0);
      const { width, height, orientation } = imageSize(buffer.subarray(0, bytesRead));
      // A photograph that lies on its side is shown upright.
      const isTurned = orientation !== undefined && orientation >= 5;
      return isTurned ? { width: height, height: width } : { width, height };
    } finally {
      await handle.close();
    }
  } catch {
    return undefined;
  }
}
