// A seed and a number → one input: a real file, broken in a few ways, between two valid files. The same real files give
// the same input on every machine.

import { createRandom, type Random } from '../bench/seeded-random.ts';
import { mutations } from './mutations.ts';
import type { Seed } from './read-seeds.ts';
import type { Files } from './verdict.ts';

export interface FuzzInput {
  readonly number: number;
  readonly origin: string;
  /** Names of the mutations, in the order in which they were made. */
  readonly steps: readonly string[];
  /** Path of the file that was broken. */
  readonly path: string;
  readonly files: Files;
}

const names = Object.keys(mutations);

/** Valid files that use most of the format, beside the broken page, section, site or sample. */
const neighbours: Files = {
  'reference/sound.mdx': `---
descriptions:
  user:
    self: A **user**.
    id: The [user](/reference/sound).
reference:
  js:
    - key: User
      id: user
      title: interface User
      properties:
        - key: id
          type: string
          description: (user.id)
        - (Limit)
    - key: Limit
      description: Most of them.
      type: number
  go:
    - key: User
      id: user
      properties:
        - key: ID
          type: string
          description: (user.id)
---

# User

<CodeBlock file="a" referenceId="user" />

## Details

See [the guide](/guide#first).
`,
  'guide.md': '# Guide\n\n## First\n\nText with [a link](/reference/sound/details) and `code`.\n',
};

/** Makes the input of a number. `seeds` must not be empty. */
export function makeInput(seeds: readonly Seed[], seed: number, number: number): FuzzInput {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b));
  const { origin, name, text } = random.pick(seeds);
  const steps: string[] = [];
  let broken = text;
  // Most of a long page is repetitive, so an excerpt is broken in more places at the same cost.
  if (broken.length > 4000 && random.chance(0.7)) {
    broken = excerptOf(broken, random);
    steps.push('excerpt');
  }
  for (let left = 1 + random.integer(6); left > 0; left--) {
    const step = random.pick(names);
    broken = mutations[step]!(broken, random, random.pick(seeds).text);
    steps.push(step);
  }
  const path = pathOf(name, random);
  return { number, origin, steps, path, files: { ...neighbours, [path]: broken } };
}

/** Path of the broken file; sometimes a page's text becomes a site file, a page without components or a sample. */
function pathOf(name: string, random: Random): string {
  if (name.startsWith('_samples/'))
    return random.chance(0.9) ? `reference/_samples/a${name.slice(name.lastIndexOf('.'))}` : 'broken.mdx';
  if (random.chance(0.05)) return random.pick(['broken.md', 'site.yaml', 'reference/_navigation.mdx', '_samples/a.js']);
  if (name === 'site.yaml') return 'site.yaml';
  return name === '_navigation.mdx'
    ? 'reference/_navigation.mdx'
    : `reference/broken${name.endsWith('.md') ? '.md' : '.mdx'}`;
}

/** The beginning of a text, for its frontmatter, and a stretch of what follows. */
function excerptOf(text: string, random: Random): string {
  const lines = text.split('\n');
  const head = lines.slice(0, 10 + random.integer(60));
  const from = head.length + random.integer(Math.max(lines.length - head.length, 1));
  return [...head, ...lines.slice(from, from + 20 + random.integer(40))].join('\n');
}
