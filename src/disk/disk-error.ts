// A thrown error → the system error in it: file, operation and cause. Only this file distinguishes system errors, which
// the user can solve, from bugs of Stele.

import { fileURLToPath } from 'node:url';
import { messageOf } from './message-of.ts';

/** The operation that failed. */
export type FileUse = 'read' | 'written' | 'removed' | 'opened';

/** A system error, described for the user. */
export interface DiskError {
  /** The error code: `ENOSPC`. */
  readonly code: string;
  /** The file or folder; absent if the error does not name it. */
  readonly path?: string | undefined;
  /** The subject of the message if there is no path. */
  readonly subject?: string;
  readonly use: FileUse;
  /** Why it failed: a clause that follows a colon. */
  readonly reason: string;
  /** A sentence: what the user can do. */
  readonly advice: string;
}

/** A system error with a better path: the code that passes it on knows which file the user knows. */
export class DiskFailed extends Error {
  override readonly name = 'DiskFailed';
  readonly failed: DiskError;

  constructor(failed: DiskError, cause: unknown) {
    super(`${failed.path} cannot be ${failed.use}: ${failed.reason}.`, { cause });
    this.failed = failed;
  }
}

const again = 'then run the command again.';
const denied = [
  'you have no permission to use it',
  'Change its permissions or its owner, or choose another place.',
] as const;
const busy = ['another program is using it', `Close that program, ${again}`] as const;
const full = ['the disk is full', `Free some space, ${again}`] as const;
const files = [
  'too many files are open',
  `Close other programs or raise the limit with \`ulimit -n\`, ${again}`,
] as const;
const lost = ['the disk cannot be reached', `Check that the disk is connected, ${again}`] as const;
const taken = [
  'another file or folder with its name exists',
  `Make sure that no other program changes the folder, ${again}`,
] as const;

const noFolder = ['there is no such folder', 'Create the folder, or choose another place.'] as const;

const words: Readonly<Record<string, readonly [reason: string, advice: string]>> = {
  EACCES: denied,
  EPERM: denied,
  EROFS: ['the disk is read-only', 'Choose a place on a disk that can be written to.'],
  ENOSPC: full,
  EDQUOT: ['your share of the disk is used up', `Free some space, ${again}`],
  EFBIG: ['it is too large for the disk', 'Choose a place on another disk.'],
  EMFILE: files,
  ENFILE: files,
  ENOMEM: ['there is not enough memory', `Close other programs, ${again}`],
  EIO: ['the disk reports an error', 'Run the command again. If it fails again, check the disk.'],
  EBUSY: busy,
  ETXTBSY: busy,
  EAGAIN: busy,
  ENOENT: ['it no longer exists', `Make sure that no other program changes the folder, ${again}`],
  ENOTDIR: ['a file has the place of a folder', 'Rename or remove that file, or choose another place.'],
  EISDIR: ['it is a folder', 'Rename or remove that folder, or choose another place.'],
  EEXIST: taken,
  ENOTEMPTY: taken,
  ELOOP: ['it has become a symbolic link', 'Put the file itself in place of the link.'],
  ENAMETOOLONG: ['its name is too long', 'Choose a shorter name.'],
  EXDEV: ['it is on another disk', 'Choose a place on the same disk.'],
  EINVAL: ['the disk does not allow it', 'Choose a place on another disk.'],
  ENOTSUP: ['the disk does not allow it', 'Choose a place on another disk.'],
  ENODEV: lost,
  ENXIO: lost,
  ESTALE: lost,
  ETIMEDOUT: lost,
};

/** The reason if the operation is known: `you have no permission to read it`. */
const deniedBy: Readonly<Record<FileUse, string>> = {
  read: 'you have no permission to read it',
  written: 'you have no permission to write it',
  removed: 'you have no permission to remove it',
  opened: denied[0],
};

/**
 * Codes by error number, which native code reports instead: the numbers that Linux, macOS and the BSDs share, and
 * Linux's ELOOP.
 */
const names: Readonly<Record<number, string>> = {
  1: 'EPERM',
  2: 'ENOENT',
  5: 'EIO',
  12: 'ENOMEM',
  13: 'EACCES',
  16: 'EBUSY',
  17: 'EEXIST',
  18: 'EXDEV',
  20: 'ENOTDIR',
  21: 'EISDIR',
  23: 'ENFILE',
  24: 'EMFILE',
  27: 'EFBIG',
  28: 'ENOSPC',
  30: 'EROFS',
  40: 'ELOOP',
};

/** Why a content file cannot be read, for a finding; the error's message if it is not a system error. */
export function reasonOf(error: unknown): { readonly reason: string; readonly hint?: string | undefined } {
  const found = findDiskError(error);
  if (found === undefined) return { reason: messageOf(error) };
  if (words[found.code] === denied) return { reason: deniedBy.read };
  return { reason: found.reason, hint: found.code === 'ENOENT' ? undefined : found.advice };
}

/** Whether an error means that a path does not exist. */
export function isAbsent(error: unknown): boolean {
  return ['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException | undefined)?.code ?? '');
}

/** The system error in a thrown error: the error itself, one of its causes, or only its message. */
export function findDiskError(thrown: unknown): DiskError | undefined {
  if (thrown instanceof DiskFailed) return thrown.failed;
  const errors = errorsIn(thrown);
  for (const error of errors) {
    const found = readFields(error);
    if (found) return found;
  }
  for (const error of errors) {
    const found = readMessage(error);
    if (found) return found;
  }
  return undefined;
}

/** Fields in which other packages wrap an error or its place. */
interface Thrown extends NodeJS.ErrnoException {
  readonly dest?: string;
  readonly errors?: readonly unknown[];
  readonly error?: unknown;
  readonly reason?: unknown;
  readonly id?: string;
  readonly loc?: { readonly file?: string };
}

const maxErrors = 50;

/** An error and all errors that it wraps, outermost first. */
function errorsIn(thrown: unknown): readonly Thrown[] {
  const found: Thrown[] = [];
  const waiting: unknown[] = [thrown];
  while (waiting.length > 0 && found.length < maxErrors) {
    const next = waiting.shift();
    if (typeof next !== 'object' || next === null || found.includes(next as Thrown)) continue;
    const error = next as Thrown;
    found.push(error);
    waiting.push(
      error.cause,
      error.error,
      error.reason,
      ...(Array.isArray(error.errors) ? (error.errors as unknown[]) : []),
    );
  }
  return found;
}

function readFields(error: Thrown): DiskError | undefined {
  const { code, errno, syscall, path, dest } = error;
  if (typeof code !== 'string' || !Object.hasOwn(words, code)) return undefined;
  if (typeof syscall !== 'string' && typeof errno !== 'number' && typeof path !== 'string') return undefined;
  const use = useOf(syscall ?? '', code);
  if (syscall === 'uv_cwd')
    return { ...describe(code, use, undefined), subject: 'The working folder', advice: 'Change to another folder.' };
  return describe(code, use, use === 'written' ? (dest ?? path) : path);
}

/** Reads error messages: `EIO: i/o error, open '/a/b'` and `Permission denied (os error 13)`. */
function readMessage({ message, id, loc }: Thrown): DiskError | undefined {
  if (typeof message !== 'string') return undefined;
  const [, code, syscall, path] = /\b(E[A-Z]{2,12}): [^\n',]*(?:, (\w+))?(?: '([^'\n]*)')?/.exec(message) ?? [];
  const number = /\(os error (\d+)\)/.exec(message)?.[1];
  const name = code ?? names[Number(number)];
  if (name === undefined || !Object.hasOwn(words, name)) return undefined;
  return describe(
    name,
    useOf(syscall ?? '', name),
    path ?? loc?.file ?? id ?? /(?:^|[\s"'`(])(\/[^\s"'`():]+)/.exec(message)?.[1],
  );
}

function describe(code: string, use: FileUse, path: string | undefined): DiskError {
  const [reason, general] = code === 'ENOENT' && use === 'written' ? noFolder : words[code]!;
  const advice = adviceForPackage(code, use, path) ?? general;
  return {
    code,
    path:
      path === undefined ? undefined : path.startsWith('file:') ? fileURLToPath(path) : path.replace(/^\0|\?.*$/g, ''),
    use,
    reason: reason === denied[0] ? deniedBy[use] : reason,
    advice,
  };
}

const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

/** Special advice for errors in Stele's own files; undefined for all other files. */
function adviceForPackage(code: string, use: FileUse, path: string | undefined): string | undefined {
  if (path === undefined || !path.startsWith(packageFolder)) return undefined;
  if (code === 'ENOENT') return 'Install Stele again: `npm ci` in its folder.';
  const mayNotWrite = ['EROFS', 'EACCES', 'EPERM'].includes(code) && use !== 'read';
  return mayNotWrite
    ? 'A build writes into the folder of Stele itself: make it writable, or install Stele into a writable folder.'
    : undefined;
}

const uses: readonly (readonly [FileUse, RegExp])[] = [
  ['removed', /^(?:rm|rmdir|unlink|rmSync|rmdirSync|unlinkSync)$/],
  ['written', /^(?:write|append|mk|rename|link|symlink|copy|cp|f?truncate|f?chmod|l?f?utime|f(?:data)?sync)/],
  ['read', /^(?:read|scandir|l?f?stat|realpath|access|opendir|exists|watch|uv_cwd)/],
];

function useOf(syscall: string, code: string): FileUse {
  if (code === 'ENOSPC' || code === 'EROFS' || code === 'EDQUOT')
    return syscall.startsWith('rm') || syscall === 'unlink' ? 'removed' : 'written';
  return uses.find(([, calls]) => calls.test(syscall))?.[0] ?? 'opened';
}
