// An image's file → its size, from its first bytes, or the reason why browsers cannot show it. The image is not decoded
// (decision 0017). The compiler reads SVG, which is text.

import { readSync } from 'node:fs';
import { imageSize } from 'image-size';
import type { AssetFile } from '../compiler/model/index.ts';
import { bounds } from '../compiler/source/index.ts';
import { withFile } from './open-file.ts';

/** The facts about an image, apart from its path. */
export type ImageFacts = Pick<AssetFile, 'size' | 'problem' | 'isCut' | 'format' | 'svg'>;

/** Length of the part that contains the header, except in pictures that begin with a large preview. */
const headerBytes = 128 * 1024;

/** Length of the part that contains the end marker; some programs write notes after it. */
const tailBytes = 64 * 1024;

/** Formats by extension, if they differ. */
const formats: Readonly<Record<string, string>> = { jpeg: 'jpg' };

/**
 * Reads the facts about an image that pages need.
 * @param file its place on the disk
 * @param path its path in the content folder
 * @throws the system's error if it cannot be read
 */
export function readImage(file: string, path: string): ImageFacts {
  const ending = /[^.]*$/.exec(path)![0].toLowerCase();
  return ending === 'svg' ? readSvg(file, path) : readRaster(file, formats[ending] ?? ending);
}

function readSvg(file: string, path: string): ImageFacts {
  return withFile(file, (descriptor, size) => {
    if (size > bounds.svgBytes) return { problem: `it has ${size} bytes, and an SVG has at most ${bounds.svgBytes}` };
    const text = decode(readAt(descriptor, size, 0));
    return text === undefined ? { problem: 'it is not written in UTF-8' } : { svg: { path, text } };
  });
}

function readRaster(file: string, ending: string): ImageFacts {
  return withFile(file, (descriptor, size) => {
    if (size === 0) return { problem: 'it is empty' };
    const header = measure(readAt(descriptor, headerBytes, 0));
    if (header === undefined) return { problem: 'it does not begin with the header of an image' };
    const { format, width, height } = header;
    if (format === 'svg') return { problem: 'it is an SVG' };
    if (!(width > 0 && height > 0)) return { problem: 'its header gives no size' };
    if (Math.max(width, height) > bounds.imageSide || width * height > bounds.imagePixels)
      return { problem: `its header gives ${width} × ${height} pixels, more than browsers show` };
    const tail = readAt(descriptor, tailBytes, Math.max(0, size - tailBytes));
    const isCut = !isWhole(format, readAt(descriptor, 12, 0), tail, size);
    return { size: { width, height }, ...(isCut ? { isCut } : {}), ...(format === ending ? {} : { format }) };
  });
}

interface Header {
  readonly format: string;
  readonly width: number;
  readonly height: number;
}

function measure(bytes: Uint8Array): Header | undefined {
  try {
    const { width, height, orientation, type = '' } = imageSize(bytes);
    // Browsers rotate an image with this orientation by 90°, which swaps width and height.
    const isTurned = orientation !== undefined && orientation >= 5;
    return isTurned ? { format: type, width: height, height: width } : { format: type, width, height };
  } catch {
    return undefined;
  }
}

/** Whether a file has its end marker; true for formats without one. */
function isWhole(format: string, head: Uint8Array, tail: Uint8Array, size: number): boolean {
  switch (format) {
    case 'png':
      return Buffer.from(tail).includes('IEND');
    case 'jpg':
      return Buffer.from(tail).includes(Buffer.of(0xff, 0xd9));
    case 'gif':
      return tail.includes(0x3b);
    case 'webp':
      return new DataView(head.buffer, head.byteOffset).getUint32(4, true) + 8 <= size + 1;
    default:
      return true;
  }
}

function readAt(descriptor: number, length: number, position: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let read = 0;
  for (let more = 1; more > 0 && read < length; read += more)
    more = readSync(descriptor, bytes, read, length - read, position + read);
  return bytes.subarray(0, read);
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
