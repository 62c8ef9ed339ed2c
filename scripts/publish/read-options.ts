// The command line of a publishing command → its options, each checked: they come from a workflow, and some values from
// the author of the pull request.

import { parseArgs } from 'node:util';

/** The allowed form of a value, by option. An option without an entry accepts any text. */
const forms: ReadonlyMap<string, { readonly pattern: RegExp; readonly words: string }> = new Map([
  ['pr', { pattern: /^[1-9]\d{0,9}$/, words: 'the number of a pull request' }],
  ['sha', { pattern: /^[0-9a-f]{7,64}$/, words: 'a commit hash' }],
  ['branch', { pattern: /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, words: 'a branch name' }],
  ['repository', { pattern: /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/, words: 'owner/name' }],
  ['run', { pattern: /^https:\/\/[^\s<>()"']+$/, words: 'an https address' }],
  ['artifact', { pattern: /^https:\/\/[^\s<>()"']+$/, words: 'an https address' }],
]);

/**
 * Reads `--name=value` options of this process. Ends the process with code 2 and a line on stderr if an option is
 * missing, unknown or not of its form.
 * @param defaults default values of optional options; an empty value means “none”
 */
export function readOptions<N extends string>(
  names: readonly N[],
  defaults: Partial<Record<N, string>> = {},
): Record<N, string> {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    const { values } = parseArgs({ options, strict: true, allowPositionals: false });
    const checked = names.map((name) => [name, check(name, values[name] ?? defaults[name], defaults[name])]);
    return Object.fromEntries(checked) as Record<N, string>;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exit(2);
  }
}

function check(name: string, value: unknown, byDefault: string | undefined): string {
  if (typeof value !== 'string' || (value === '' && byDefault !== '')) throw new Error(`--${name} is missing`);
  const form = forms.get(name);
  if (value !== '' && form?.pattern.test(value) === false) throw new Error(`--${name} is not ${form.words}`);
  return value;
}
