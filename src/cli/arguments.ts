// The command line → a command with its options, or a mistake told in one sentence.

import { parseArgs, type ParseArgsConfig } from 'node:util';
import { suggest } from '../compiler/diagnostics/index.ts';

/** A mistake on the command line: exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options of a command by name, `--help` included. */
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

/** Turns a server's failure to listen into a mistake on the command line; throws all other errors as they are. */
export function refuseListen(error: unknown): never {
  // By its name: a command that does not serve need not load the server.
  throw error instanceof Error && error.name === 'ListenFailed' ? new UsageError(error.message) : error;
}

/** A port as a number. */
export function readPort(value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port must be a number up to 65535; ${value} is not.`);
  return port;
}

/** A base path with `/` at both ends. */
export function readBase(value: string | boolean | undefined, fallback: string): string {
  if (value === undefined) return fallback;
  const base = String(value);
  if (!/^\/(?:(?!\.\.?(?:\/|$))(?:[\w.~-]|%[\da-f]{2})+(?:\/|$))*$/i.test(base) || !isDecodable(base))
    throw new UsageError(`--base must be a path such as /docs/; ${base} is not.`);
  return base.endsWith('/') ? base : `${base}/`;
}

function isDecodable(path: string): boolean {
  try {
    return !/[\u0000-\u001f\u007f/\\?#]/.test(decodeURIComponent(path).replaceAll('/', ''));
  } catch {
    return false;
  }
}

/** A name or address to listen on. */
export function readHost(value: string | boolean | undefined): string | undefined {
  if (value === undefined) return undefined;
  const host = String(value).replace(/^\[(.*)\]$/, '$1');
  if (!/^[\w.:-]+$/.test(host))
    throw new UsageError(`--host must be a name or an address such as 0.0.0.0; ${value} is not.`);
  return host;
}

/** A whole number from 0. */
export function readCount(name: string, value: string | boolean | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(String(value))) return Number(value);
  throw new UsageError(`${name} must be a whole number; ${value} is not.`);
}
