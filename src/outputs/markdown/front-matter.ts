// Facts about a page → the front matter of its twin: YAML, in which each value is in double quotes as in JSON.

import { quoteYaml } from '../../compiler/text/index.ts';

/** Lines between `---`. Values that are undefined, and empty lists, are left out. */
export function writeFrontMatter(facts: Readonly<Record<string, string | readonly string[] | undefined>>): string {
  const lines = Object.entries(facts).flatMap(([name, value]) => {
    if (value === undefined || value.length === 0) return [];
    return `${name}: ${typeof value === 'string' ? quoteYaml(value) : `[${value.map(quoteYaml).join(', ')}]`}`;
  });
  return ['---', ...lines, '---'].join('\n');
}
