// The pictures that Stele draws itself → the output: icons of browser tabs, and cards for shared links. What has been
// drawn before is kept under the hash of what it was drawn from, with a hash of its bytes: a damaged file is drawn anew.

import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { PictureMaker, SiteData } from '../model/index.ts';
import { outputFiles } from '../source/index.ts';
import { readCacheFile, writeCacheFile } from './cache-file.ts';
import { findCacheFolder } from './cache-folder.ts';
import { readAsset } from './copy-assets.ts';

type Engines = typeof import('../engines/index.ts');

/** Colour of the mark where the site has chosen none: that of links. */
const defaultAccent = '#2c5bd0';

/** Writes icons and cards. A file that the site brings itself, from `public/`, goes first. */
export async function writePictures(contentFolder: string, data: SiteData, out: string): Promise<void> {
  const cache = await findCacheFolder(contentFolder);
  const engines = await import('../engines/index.ts');
  const maker = await engines.createPictureMaker();
  const draw = drawWith(maker, cache && join(cache, 'pictures'));
  const { files, mark } = await makeIcons(contentFolder, data, engines, draw);
  for (const [path, bytes] of files) await writeNew(join(out, path), bytes);
  for (const card of data.cards) {
    await mkdir(dirname(join(out, card.path)), { recursive: true });
    await writeNew(join(out, card.path), await draw(engines.drawCard(card, mark, maker), 1200));
  }
}

/** The icons alone, by path from the top of the site: for a server that draws pages as they are asked for. */
export async function drawIcons(contentFolder: string, data: SiteData): Promise<ReadonlyMap<string, Uint8Array>> {
  const engines = await import('../engines/index.ts');
  const draw = drawWith(await engines.createPictureMaker(), undefined);
  return (await makeIcons(contentFolder, data, engines, draw)).files;
}

type Draw = (svg: string, width: number) => Promise<Uint8Array>;

async function makeIcons(contentFolder: string, data: SiteData, engines: Engines, draw: Draw) {
  const { file, letter } = data.icon;
  const text = file === undefined ? undefined : Buffer.from(await readAsset(contentFolder, data.placeOf(file))).toString('utf8');
  const icon = text === undefined ? undefined : engines.readIcon(text);
  const mark = { accent: data.accent ?? defaultAccent, letter, ...(icon ? { icon } : {}) };
  const svg = engines.drawMarkFile(mark, false);
  const files = new Map<string, Uint8Array>([
    [outputFiles.icon, Buffer.from(icon && text !== undefined ? text : svg)],
    [outputFiles.oldIcon, wrapIco(await draw(svg, 32), 32)],
    [outputFiles.touchIcon, await draw(engines.drawMarkFile(mark, true), 180)],
  ]);
  return { files, mark };
}

/** A PNG as the one picture of an ICO file. */
function wrapIco(png: Uint8Array, size: number): Uint8Array {
  const head = Buffer.alloc(22);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(1, 4);
  head.writeUInt8(size, 6);
  head.writeUInt8(size, 7);
  head.writeUInt16LE(1, 10);
  head.writeUInt16LE(32, 12);
  head.writeUInt32LE(png.length, 14);
  head.writeUInt32LE(head.length, 18);
  return Buffer.concat([head, png]);
}

function drawWith(maker: PictureMaker, folder: string | undefined): Draw {
  return async (svg, width) => {
    const file = folder && join(folder, `${hashOf(`${width} ${svg}`)}.png`);
    const kept = file && (await readKept(file));
    if (kept) return kept;
    const png = maker.draw(svg, width);
    if (file) await writeCacheFile(file, Buffer.concat([Buffer.from(hashOf(png), 'latin1'), png]));
    return png;
  };
}

const hashLength = 64;

async function readKept(file: string): Promise<Uint8Array | undefined> {
  const stored = await readCacheFile(file);
  const png = stored?.subarray(hashLength);
  return png && hashOf(png) === stored!.subarray(0, hashLength).toString('latin1') ? png : undefined;
}

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(file, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
