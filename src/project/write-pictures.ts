// Draws and writes pictures: icons of browser tabs, and cards for shared links. Pictures are cached by the hash of
// their source, with a hash of their bytes; a damaged cache file is drawn again.

import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describeProgram, findCacheFolder, type ProgramPart, readCacheFile, writeCacheFile } from '../disk/index.ts';
import type { PictureProcess } from '../engines/index.ts';
import type { PictureMaker, PlainIcon, SiteData } from '../compiler/model/index.ts';
import { outputFiles } from '../compiler/source/index.ts';

type Engines = typeof import('../engines/index.ts');

/** Default colour of the mark: the colour of links. */
const defaultAccent = '#2c5bd0';

/**
 * Writes icons and cards. A file from `public/` has precedence: it may be written before or later.
 * @throws the system's error if a file cannot be written
 */
export async function writePictures(contentFolder: string, data: SiteData, out: string): Promise<void> {
  const cache = await findCacheFolder(contentFolder);
  const engines = await import('../engines/index.ts');
  const maker = await engines.createPictureMaker();
  const drawer = new Drawer(engines, maker, cache && join(cache, 'pictures'));
  try {
    const { files, mark } = await makeIcons(data, engines, drawer);
    for (const [path, bytes] of files) if (!data.publicFiles.has(path)) await writeNew(join(out, path), bytes);
    for (const card of data.cards) {
      if (data.publicFiles.has(card.path)) continue;
      await mkdir(dirname(join(out, card.path)), { recursive: true });
      const own = mark.icon && (await drawer.drawOwn(engines.drawCard(card, mark, maker), 1200));
      const { icon: _icon, ...plain } = mark;
      await writeNew(join(out, card.path), own ?? (await drawer.draw(engines.drawCard(card, plain, maker), 1200)));
    }
  } finally {
    drawer.close();
  }
}

/** Only the icons, by path from the top of the site, for a server that draws pages on demand. */
export async function drawIcons(data: SiteData): Promise<ReadonlyMap<string, Uint8Array>> {
  const engines = await import('../engines/index.ts');
  const drawer = new Drawer(engines, await engines.createPictureMaker(), undefined);
  try {
    return (await makeIcons(data, engines, drawer)).files;
  } finally {
    drawer.close();
  }
}

/** Whether a site's own icon can be drawn in time. The picture is cached for the build. */
export async function canDrawIcon(contentFolder: string, icon: PlainIcon): Promise<boolean> {
  const cache = await findCacheFolder(contentFolder);
  const engines = await import('../engines/index.ts');
  const drawer = new Drawer(engines, undefined, cache && join(cache, 'pictures'));
  try {
    const mark = { accent: defaultAccent, letter: '', icon };
    return (await drawer.drawOwn(engines.drawMarkFile(mark, true), 180)) !== undefined;
  } finally {
    drawer.close();
  }
}

interface Mark {
  readonly accent: string;
  readonly letter: string;
  readonly icon?: PlainIcon;
}

/** The site's own icon if it can be drawn, else its letter. */
async function makeIcons(
  { icon, accent = defaultAccent }: SiteData,
  engines: Engines,
  drawer: Drawer,
): Promise<{ readonly files: ReadonlyMap<string, Uint8Array>; readonly mark: Mark }> {
  const letter: Mark = { accent, letter: icon.letter };
  const own: Mark | undefined = icon.shapes && { ...letter, icon: icon.shapes };
  const drawn = own && (await drawIn(own, engines, (svg, width) => drawer.drawOwn(svg, width)));
  const files = drawn ?? (await drawIn(letter, engines, (svg, width) => drawer.draw(svg, width)));
  return { files: files!, mark: own && drawn ? own : letter };
}

async function drawIn(
  mark: Mark,
  engines: Engines,
  draw: (svg: string, width: number) => Promise<Uint8Array | undefined>,
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
  const svg = engines.drawMarkFile(mark, false);
  const [small, large] = [await draw(svg, 32), await draw(engines.drawMarkFile(mark, true), 180)];
  if (small === undefined || large === undefined) return undefined;
  return new Map<string, Uint8Array>([
    [outputFiles.icon, Buffer.from(svg)],
    [outputFiles.oldIcon, wrapIco(small, 32)],
    [outputFiles.touchIcon, large],
  ]);
}

/** The parts of the program that a picture depends on. */
const pictureMaker: ProgramPart = {
  files: ['engines/resvg-pictures.ts'],
  packages: ['@resvg/resvg-js', '@expo-google-fonts/inter'],
};

/**
 * Draws pictures that are not cached: Stele's own shapes in this process, the site's shapes in a child process with a
 * time limit.
 */
class Drawer {
  readonly #engines: Engines;
  readonly #maker: PictureMaker | undefined;
  readonly #folder: string | undefined;
  #program: Promise<string> | undefined;
  #process: PictureProcess | undefined;

  constructor(engines: Engines, maker: PictureMaker | undefined, folder: string | undefined) {
    this.#engines = engines;
    this.#maker = maker;
    this.#folder = folder;
  }

  async draw(svg: string, width: number): Promise<Uint8Array> {
    const png = await this.#cached(svg, width, async () => this.#maker!.draw(svg, width));
    return png!;
  }

  /** Undefined if it cannot be drawn in time. */
  drawOwn(svg: string, width: number): Promise<Uint8Array | undefined> {
    return this.#cached(svg, width, () => {
      this.#process ??= this.#engines.startPictureProcess();
      return this.#process.draw(svg, width);
    });
  }

  close(): void {
    this.#process?.close();
  }

  async #cached(
    svg: string,
    width: number,
    draw: () => Promise<Uint8Array | undefined>,
  ): Promise<Uint8Array | undefined> {
    const file = this.#folder && join(this.#folder, `${hashOf(`${width} ${svg}`)}.png`);
    const program = file ? await (this.#program ??= describeProgram(pictureMaker)) : '';
    const cached = file && (await readCacheFile(file, program));
    if (cached) return cached;
    const png = await draw();
    if (file && png) await writeCacheFile(file, program, png);
    return png;
  }
}

/** Wraps a PNG as the only picture of an ICO file. */
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

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

async function writeNew(file: string, bytes: Uint8Array): Promise<void> {
  await writeFile(file, bytes, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
}
