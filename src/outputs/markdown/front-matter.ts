// Facts about a page → the front matter of its twin: YAML, in which each value is in double quotes as in JSON.

/** Lines between `---`. Values that are undefined, and empty lists, are left out. */
export function writeFrontMatter(facts: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const lines = Object.entries(facts).flatMap(([name, value]) => {
    if (value === undefined || value.length === 0) return [];
    return `${name}: ${typeof value === 'string' ? quoteValue(value) : `[${value.map(quoteValue).join(', ')}]`}`;
  });
  return ['---', ...lines, '---'].join('\n');
}

/** JSON without the characters that YAML reads as line breaks or refuses, or that have a meaning in twins. */
function quoteValue(value: string): string {
  const escape = (sign: string): string => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufdd0-\ufdef\ufeff\ufffe\uffff]/g, escape);
}
