// Finds the cache folder of a content folder: in the project around it, else in the operating system's cache folder.

import { access, constants, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, isAbsolute, join } from 'node:path';
import { env, platform } from 'node:process';

/**
 * `node_modules/.cache/stele` of the project around a content folder; if there is none, or nothing may be written
 * there, `stele` in the cache folder of the operating system. Undefined if there is neither. A folder `node_modules` in
 * the content folder does not count: who writes content could put results into it, such as “no findings”.
 */
export async function findCacheFolder(contentFolder: string): Promise<string | undefined> {
  for (let folder = dirname(contentFolder); ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (await isFolder(modules)) return (await writableFolder(modules, '.cache', 'stele')) ?? systemCacheFolder();
    if (dirname(folder) === folder) return systemCacheFolder();
  }
}

/** The folder of the project that a cache folder is in; undefined for a cache folder of the operating system. */
export function projectOf(cacheFolder: string): string | undefined {
  const project = dirname(dirname(dirname(cacheFolder)));
  return cacheFolder === join(project, 'node_modules', '.cache', 'stele') ? project : undefined;
}

/** A folder below another one, which may not exist yet; undefined if it cannot be made or written. */
async function writableFolder(folder: string, ...names: readonly string[]): Promise<string | undefined> {
  const mayWrite = await access(folder, constants.W_OK).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
  const [name, ...rest] = names;
  if (name === undefined) return mayWrite ? folder : undefined;
  const inner = join(folder, name);
  return mayWrite || (await isFolder(inner)) ? writableFolder(inner, ...rest) : undefined;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}

function systemCacheFolder(): string | undefined {
  const home = homeFolder();
  const below = (...names: readonly string[]): string | undefined => home && join(home, ...names);
  const folder =
    absolute(platform === 'win32' ? env['LOCALAPPDATA'] : env['XDG_CACHE_HOME']) ??
    (platform === 'win32'
      ? below('AppData', 'Local')
      : platform === 'darwin'
        ? below('Library', 'Caches')
        : below('.cache'));
  return folder && join(folder, 'stele');
}

/** The XDG specification says to ignore relative paths. */
function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined;
}

function homeFolder(): string | undefined {
  try {
    return absolute(homedir());
  } catch {
    return undefined;
  }
}
