// What code of a site's own throws while pages are drawn → its message and place: the error of a build, and a finding.

import { isAbsolute, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { makeDiagnostic, type Diagnostic } from '../compiler/diagnostics/index.ts';
import { LineIndex, type Range } from '../compiler/source/index.ts';
import { messageOf, readText } from '../disk/index.ts';
import { pathForUser } from './terminal.ts';

type DrawingPlace = import('../astro/index.ts').DrawingPlace;

/** Code of the site, in bodies or components, failed. It is not a bug of Stele. */
export class OwnCodeFailed extends Error {
  override readonly name = 'OwnCodeFailed';

  /** @param folder absolute path of the content folder */
  constructor(cause: unknown, folder: string) {
    const { message, file, line, column, page } = describeFailure(cause, folder);
    const place = file === undefined ? undefined : [pathForUser(file), line, column].filter(Boolean).join(':');
    const shown = [place, ...(page === undefined ? [] : [`on the page /${page}`])].filter((part) => part !== undefined);
    const where = shown.length === 0 ? '' : ` (${shown.join(', ')})`;
    super(`Nothing was written: the site's own code failed${where}.\n${message}`, { cause });
  }
}

/**
 * Runs work that calls code of the site.
 * @throws what the work throws; else the first error of a timer, or of a promise that nothing awaits
 */
export async function withLateErrors<T>(work: () => Promise<T>): Promise<T> {
  let late: { readonly error: unknown } | undefined;
  process.setUncaughtExceptionCaptureCallback((error) => (late ??= { error }));
  try {
    const done = await work();
    if (late !== undefined) throw late.error;
    return done;
  } finally {
    process.setUncaughtExceptionCaptureCallback(null);
  }
}

/**
 * The finding for an error of the site's own code.
 * @param folder absolute path of the content folder
 * @param page path of the page that was drawn, from the top of the site
 */
export async function findOwnCodeFailure(thrown: unknown, folder: string, page: string): Promise<Diagnostic> {
  const { message, file, line, column = 1 } = describeFailure(thrown, folder);
  const args = { page: `/${page}`, problem: message.replace(/\s*\n\s*/g, ' ') };
  if (file === undefined || !isInside(folder, file)) return makeDiagnostic('failed-code', { file: 'site.yaml' }, args);
  const path = relative(folder, file).replaceAll('\\', '/');
  const text = await readText(file).catch(() => undefined);
  if (text === undefined) return makeDiagnostic('failed-code', { file: path }, args);
  return makeDiagnostic('failed-code', { file: { path, text }, range: rangeIn(text, message, line, column) }, args);
}

/** The rest of a line; without a line, the name of a module that the message says is missing. */
function rangeIn(text: string, message: string, line: number | undefined, column: number): Range {
  const missing = /^(?:Cannot find module|\[vite\]: .*resolve import) ['"]([^'"]+)/.exec(message)?.[1];
  const at = missing === undefined ? -1 : text.indexOf(missing);
  if (line === undefined && at >= 0) return { start: at, end: at + missing!.length };
  const [source, index] = [{ path: '', text }, new LineIndex()];
  const start = index.offsetAt(source, { line: line ?? 1, column });
  return { start, end: Math.max(start, index.offsetAt(source, { line: line ?? 1, column: Infinity })) };
}

interface Failure {
  readonly message: string;
  /** Absolute path of the file. */
  readonly file?: string | undefined;
  /** Counted from 1. */
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly page?: string | undefined;
}

/** An error of a compiler: some name their place. Errors of other code may have other values in these fields. */
interface PlacedError extends Partial<Error> {
  readonly id?: unknown;
  readonly loc?: { readonly file?: unknown; readonly line?: number; readonly column?: number };
}

/** The message of an error of the site's own code, with its place and the page that was drawn, if they are known. */
function describeFailure(thrown: unknown, folder: string): Failure {
  const first = firstOf(thrown);
  const { id, loc, cause, stack } = Object(first) as PlacedError;
  const placed = [loc?.file, id].find((path) => typeof path === 'string' && isAbsolute(path)) as string | undefined;
  const message = withoutStack(stripVTControlCharacters(messageOf(first)));
  const drawn = (typeof cause === 'object' && cause !== null && 'page' in cause ? cause : {}) as Partial<DrawingPlace>;
  if (drawn.file !== undefined) return { ...drawn, message, file: join(folder, drawn.file) };
  const named = /^\[vite\]: .* from "([^"]+)"|^Cannot find module '[^']*' imported from '([^']+)'/.exec(message);
  const file = placed ?? named?.[1] ?? named?.[2];
  // Columns of compilers are counted from 0.
  const column = loc?.column === undefined ? undefined : loc.column + 1;
  if (file === undefined) return { message, page: drawn.page, ...frameIn(folder, stack ?? '') };
  return { message, page: drawn.page, file, line: loc?.line, column };
}

/** The first place of a stack that is in a folder. */
function frameIn(folder: string, stack: string): Pick<Failure, 'file' | 'line' | 'column'> | undefined {
  for (const [, named = '', line, column] of stack.matchAll(/(?:\(|\bat )([^\s()][^()\n]*?):(\d+):(\d+)\)?$/gm)) {
    const file = named.startsWith('file:') ? fileURLToPath(named) : named;
    if (isInside(folder, file)) return { file, line: Number(line), column: Number(column) };
  }
  return undefined;
}

function isInside(folder: string, file: string): boolean {
  const path = relative(folder, file);
  return isAbsolute(file) && !isAbsolute(path) && !path.startsWith('..');
}

/** The bundler throws one error with all errors of the compilers that it has called. Code may throw any value. */
function firstOf(thrown: unknown): unknown {
  const { errors } = Object(thrown) as { errors?: unknown };
  const [first] = Array.isArray(errors) ? (errors as readonly unknown[]) : [];
  return first instanceof Error ? first : thrown;
}

/** The bundler's messages end with the lines of the file, and with the compiler's own stack. */
function withoutStack(message: string): string {
  return message.replace(/\n\s+(?:at |╭)[^]*$/, '');
}
