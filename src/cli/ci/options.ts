// The options of `stele ci` that come from a workflow: each is checked, since some are chosen by the author of a pull
// request.

import { readArguments, UsageError } from '../arguments.ts';

/** The allowed form of a value, by option. An option without an entry accepts any text. */
const forms: ReadonlyMap<string, { readonly pattern: RegExp; readonly words: string }> = new Map([
  ['pr', { pattern: /^[1-9]\d{0,9}$/, words: 'the number of a pull request' }],
  ['sha', { pattern: /^[0-9a-f]{7,64}$/, words: 'a commit hash' }],
  ['head-sha', { pattern: /^[0-9a-f]{7,64}$/, words: 'a commit hash' }],
  ['head', { pattern: /^[0-9a-f]{40,64}$/, words: 'a full commit hash' }],
  ['base', { pattern: /^[0-9a-f]{40,64}$/, words: 'a full commit hash' }],
  ['pages-branch', { pattern: /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, words: 'a branch name' }],
  ['branch', { pattern: /^[A-Za-z0-9][A-Za-z0-9._/-]*$/, words: 'a branch name' }],
  ['repository', { pattern: /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/, words: 'owner/name' }],
  ['head-repository', { pattern: /^[A-Za-z0-9_.-]+\/[A-Za-z0-9_.-]+$/, words: 'owner/name' }],
  ['run', { pattern: /^https:\/\/[^\s<>()"']+$/, words: 'an https address' }],
  ['address', { pattern: /^https:\/\/[^\s<>()"']+\/$/, words: 'an https address with / at its end' }],
  ['published', { pattern: /^(?:true|false)$/, words: 'true or false' }],
  ['removed', { pattern: /^(?:\d{1,10}(?:,\d{1,10})*)$/, words: 'a list of numbers' }],
  [
    'content',
    { pattern: /^(?!\.\.?(?:\/|$))[\w.-]+(?:\/(?!\.\.?(?:\/|$))[\w.-]+)*$/, words: 'a folder of the repository' },
  ],
  ['command', { pattern: /^[\w@/.:-]+(?: [\w@/.:=-]+)*$/, words: 'a command without quotes' }],
  ['shards', { pattern: /^[1-9]\d?$/, words: 'a number up to 99' }],
  ['host', { pattern: /^(?:pages|cloudflare|netlify)$/, words: 'pages, cloudflare or netlify' }],
]);

/**
 * Reads options with values.
 * @param defaults values of optional options; an empty value means “none”
 * @throws UsageError if an option is missing, unknown or not of its form
 */
export function readOptions<N extends string>(
  args: readonly string[],
  names: readonly N[],
  defaults: Partial<Record<N, string>> = {},
): Record<N, string> {
  const { values, positionals } = readArguments(
    args,
    Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
  );
  if (positionals.length > 0) throw new UsageError(`${positionals[0]} is not an option. See stele ci --help.`);
  const checked = names.map((name) => [name, check(name, values[name] ?? defaults[name], defaults[name])]);
  return Object.fromEntries(checked) as Record<N, string>;
}

function check(name: string, value: unknown, byDefault: string | undefined): string {
  if (typeof value !== 'string' || (value === '' && byDefault === undefined))
    throw new UsageError(`--${name} is missing.`);
  const form = forms.get(name);
  if (value !== '' && form?.pattern.test(value) === false) throw new UsageError(`--${name} is not ${form.words}.`);
  return value === '' ? (byDefault ?? '') : value;
}

/** Whether an option has a value. */
export function orNone(value: string): string | undefined {
  return value === '' ? undefined : value;
}
