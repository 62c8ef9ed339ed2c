// The arguments of a command → its options, or a `UsageError` that describes the mistake in one sentence.

import { parseArgs, type ParseArgsConfig } from 'node:util';
import { suggest } from '../compiler/text/index.ts';

/** Thrown for a mistake on the command line. The command ends with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * Reads the options of a command; `--help` is always allowed.
 * @throws UsageError if an option is unknown or its value is missing
 */
export function readArguments<O extends Options>(
  args: readonly string[],
  options: O,
): { values: Record<string, string | boolean | undefined>; positionals: readonly string[] } {
  const all: Options = { ...options, help: { type: 'boolean', short: 'h' } };
  try {
    const { values, positionals } = parseArgs({ args: [...args], options: all, allowPositionals: true, strict: true });
    return { values: values as Record<string, string | boolean | undefined>, positionals };
  } catch (error) {
    throw new UsageError(describe(error as NodeJS.ErrnoException, args, Object.keys(all)));
  }
}

function describe(error: NodeJS.ErrnoException, args: readonly string[], known: readonly string[]): string {
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const written = /'(-[^']*)'/.exec(error.message)?.[1] ?? args.find((arg) => arg.startsWith('-')) ?? '';
    const near = suggest(written.replace(/^-+/, ''), known);
    return `There is no option ${written}.${near === undefined ? '' : ` Did you mean --${near}?`}`;
  }
  return error.message.replace(/ To specify.*$/s, '');
}

/** Throws a `UsageError` if a server cannot listen; throws all other errors unchanged. */
export function refuseListen(error: unknown): never {
  // Compares the name, not the class: importing the class would load the server in every command.
  throw error instanceof Error && error.name === 'ListenFailed' ? new UsageError(error.message) : error;
}

/**
 * The value of `--port` as a number.
 * @throws UsageError if it is not a port
 */
export function readPort(value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port must be a number up to 65535, not ${value}.`);
  return port;
}

/**
 * The value of `--shard`: `3/8` is the third of eight parts.
 * @throws UsageError if it is not a part
 */
export function readShard(value: string | boolean | undefined): { index: number; count: number } | undefined {
  if (value === undefined) return undefined;
  const [, index, count] = (/^(\d{1,3})\/(\d{1,3})$/.exec(String(value)) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count)
    throw new UsageError(`--shard must be a part and their number, such as 3/8, not ${value}.`);
  return { index, count };
}

/** @throws UsageError if it is not a number of threads */
export function readThreads(value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  const threads = Number(value);
  if (!Number.isInteger(threads) || threads < 1 || threads > 64)
    throw new UsageError(`--threads must be a number from 1 to 64, not ${value}.`);
  return threads;
}

/**
 * The value of `--base` with `/` at both ends.
 * @throws UsageError if it is not a path
 */
export function readBase(value: string | boolean | undefined, fallback: string): string {
  if (value === undefined) return fallback;
  const base = String(value);
  if (!/^\/(?:(?!\.\.?(?:\/|$))(?:[\w.~-]|%[\da-f]{2})+(?:\/|$))*$/i.test(base) || !isDecodable(base))
    throw new UsageError(`--base must be a path like /docs/, not ${base}.`);
  return base.endsWith('/') ? base : `${base}/`;
}

function isDecodable(path: string): boolean {
  try {
    return !/[\u0000-\u001f\u007f/\\?#]/.test(decodeURIComponent(path).replaceAll('/', ''));
  } catch {
    return false;
  }
}

/**
 * The value of `--host`.
 * @throws UsageError if it is not a name or an address
 */
export function readHost(value: string | boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  const host = String(value).replace(/^\[(.*)\]$/, '$1');
  if (!/^[\w.:-]+$/.test(host)) throw new UsageError(`--host must be a name or an address like 0.0.0.0, not ${value}.`);
  return host;
}

/**
 * The value of an option as a whole number from 0.
 * @throws UsageError if it is not one
 */
export function readCount(name: string, value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(String(value))) return Number(value);
  throw new UsageError(`${name} must be a whole number, not ${value}.`);
}

/**
 * The value of `--format`; `--json` is short for `--format json`.
 * @throws UsageError if both are given and differ
 */
export function readFormat(values: Readonly<Record<string, string | boolean | undefined>>): string | undefined {
  const format = values['format'] === undefined ? undefined : String(values['format']);
  if (values['json'] !== true) return format;
  if (format !== undefined && format !== 'json')
    throw new UsageError(`--json and --format ${format} ask for two formats: use one of them.`);
  return 'json';
}
