// Texts that hold a careless expression: long runs of one sign, or of a few in turn, whole or with an end that keeps
// them from matching.

const runs: readonly string[] = [
  'a', 'A', '1', ' ', '\t', '\n', '/', '\\', '.', ',', ':', ';', '-', '_', '#', '?', '!', '=', '*', '+', '|', '&', '%', '$', '~', '^', '@', '`',
  '"', "'", '(', ')', '[', ']', '{', '}', '<', '>', '—', '\u0308', 'é', '\u2028',
  'a.', 'a ', 'aA', 'a/', '/a', '//', '../', '\\"', "\\'", '""', '()', '(a', '[a', '[]', '](', '{}', '<a', '< ', ' -', '- ', '::', '->', 'a,', ', ',
  '\n\n', '\n ', ' \n', 'a\n', '\n#', '\n//', '=a', 'a=', '="', '%2', ': ', '. ', '&a;', 'a|', '(a|', '[a-', '{ ', ' #', '~/', '$ ', 'curl ', ' \\\n',
];

/** Texts of a length by name: each run whole, and between two ends that keep it from matching. */
export function hostileTexts(length: number): readonly (readonly [string, string])[] {
  return runs.flatMap((run) => {
    const text = run.repeat(Math.ceil(length / run.length)).slice(0, length);
    return [
      [JSON.stringify(run), text],
      [`${JSON.stringify(run)} between two ends`, `x${text}\u0001!y`],
    ] as const;
  });
}
