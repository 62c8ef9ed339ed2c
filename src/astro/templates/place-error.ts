// An error that compiled templates throw while they draw a page → the same error with its place in a source file.

import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { messageOf, readText } from '../../disk/index.ts';
import { FormFailed } from '../../project/index.ts';

/** Where an error was thrown. It is the `cause` of the error, which also errors of threads keep. */
export interface DrawingPlace {
  /** The page that was drawn: its path from the top of the site. */
  readonly page: string;
  /** Path of the source file from the content folder; absent if it is not known. */
  readonly file?: string;
  /** Counted from 1. */
  readonly line?: number;
  readonly column?: number;
}

/**
 * Adds the place. Only templates with code of the site's own have source maps.
 * @param thrown anything that templates throw
 * @param folder folder of the program
 * @param page path of the page from the top of the site
 */
export async function placeError(thrown: unknown, folder: string, page: string): Promise<Error> {
  // It names its file itself.
  if (thrown instanceof FormFailed) return thrown;
  const message = messageOf(thrown);
  const { stack = '' } = thrown instanceof Error ? thrown : {};
  const frames = stack
    .slice(stack.indexOf(message) + message.length)
    .matchAll(/\(?(file:\/\/[^\s()]+):(\d+):(\d+)\)?$/gm);
  const start = pathToFileURL(folder).href;
  const own = [...frames].filter(([, url = '']) => url.startsWith(start));
  const places = await Promise.all(
    own.map(([, url = '', line, column]) => placeIn(fileURLToPath(url), Number(line), Number(column))),
  );
  // Frames of Stele and of packages are not where the mistake is.
  const place = places.find((found) => found !== undefined && !found.file.startsWith('..'));
  return new Error(message, { cause: { page, ...place } satisfies DrawingPlace });
}

async function placeIn(
  program: string,
  line: number,
  column: number,
): Promise<Required<Omit<DrawingPlace, 'page'>> | undefined> {
  // Templates of Stele alone have no maps.
  const text = await readText(`${program}.map`).catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    const map = new SourceMap(JSON.parse(text) as SourceMapPayload);
    const entry = map.findEntry(line - 1, column - 1);
    if (!('originalSource' in entry)) return undefined;
    return { file: entry.originalSource, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
  } catch {
    return undefined;
  }
}
