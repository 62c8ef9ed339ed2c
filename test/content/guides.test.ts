// The problem matcher in the guide for editors matches the findings that Stele prints.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const guide = (name: string): string => readFileSync(join(root, 'content/guides', `${name}.mdx`), 'utf8');

describe('the problem matcher of the editor guide', () => {
  const json = /```json title="\.vscode\/tasks\.json"\n([^]*?)```/.exec(guide('editors'))![1]!;
  const { tasks } = JSON.parse(json) as {
    tasks: readonly [{ problemMatcher: { pattern: readonly [Pattern, Pattern] } }];
  };
  const [place, message] = tasks[0].problemMatcher.pattern;

  interface Pattern {
    readonly regexp: string;
  }

  test.each(readdirSync(join(root, 'test/fixtures/findings')))('matches each finding with a place in %s', (name) => {
    const lines = readFileSync(join(root, 'test/fixtures/findings', name, 'diagnostics.txt'), 'utf8').split('\n');
    const heads = lines.flatMap((line, i) => (/^\S.* (?:error|warning|advice) [a-z-]+$/.test(line) ? [i] : []));
    for (const i of heads) {
      if (!/:\d+:\d+ /.test(lines[i]!)) continue;
      expect(new RegExp(place.regexp).exec(lines[i]!)?.slice(1, 4)).toEqual([
        expect.stringMatching(/^content\//),
        expect.stringMatching(/^\d+$/),
        expect.stringMatching(/^\d+$/),
      ]);
      expect(new RegExp(message.regexp).exec(lines[i + 1]!)?.[1]).toMatch(/\S/);
    }
    // The pattern matches no other line: frames and hints are indented.
    expect(lines.filter((line) => new RegExp(place.regexp).test(line)).length).toBe(
      heads.filter((i) => /:\d+:\d+ /.test(lines[i]!)).length,
    );
  });
});

test('every component of a body has a comment about its form in Markdown', () => {
  const folder = join(root, 'src/site/components/body');
  const undocumented = readdirSync(folder).filter(
    (name) =>
      name.endsWith('.astro') &&
      !/^---\n(?:\/\/ .*\n)+/.exec(readFileSync(join(folder, name), 'utf8'))?.[0].includes('// As Markdown: '),
  );
  expect(undocumented).toEqual([]);
});
