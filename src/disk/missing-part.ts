// An error while code is loaded → the missing or damaged part of Stele's installation. The cause of such an error is
// the disk or an incomplete installation, not a bug of Stele.

import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const packageFolder = fileURLToPath(new URL('../..', import.meta.url));

const codes = new Set([
  'ERR_MODULE_NOT_FOUND',
  'MODULE_NOT_FOUND',
  'ERR_INVALID_PACKAGE_CONFIG',
  'ERR_PACKAGE_PATH_NOT_EXPORTED',
  'ERR_UNSUPPORTED_DIR_IMPORT',
  'ERR_DLOPEN_FAILED',
  'UNRESOLVED_IMPORT',
  'UNRESOLVED_ENTRY',
]);

const sentences = new RegExp(
  [
    'Cannot find (?:module|package|native binding)',
    '[Ff]ailed to resolve (?:import|entry)',
    'Could not (?:resolve|load) ',
    'The requested module .* does not provide an export',
  ].join('|'),
);

/**
 * The first line of such an error; undefined for all others.
 * @param content a content folder: its own code is not part of Stele
 */
export function findMissingPart(thrown: unknown, content?: string): string | undefined {
  if (!(thrown instanceof Error)) return undefined;
  const { code, message, id } = thrown as NodeJS.ErrnoException & { id?: unknown };
  // The bundler throws one error with the errors of all files.
  const { errors } = thrown as { errors?: unknown };
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined;
  if (first !== undefined) return findMissingPart(first, content);
  const [line = ''] = stripVTControlCharacters(message).split('\n');
  if (content !== undefined && (message.includes(content) || (typeof id === 'string' && id.startsWith(content))))
    return undefined;
  const isLoading = (code !== undefined && codes.has(code)) || sentences.test(message);
  return isLoading ? line.replaceAll(packageFolder, '').replace(/\.?$/, '.') : findMissingPart(thrown.cause, content);
}
