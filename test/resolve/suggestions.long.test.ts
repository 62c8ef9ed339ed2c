// The time for suggestions is linear in the number of broken links.

import { expect, test } from 'vitest';
import { compile } from '../compile.ts';
import { cpuTime } from '../cpu-time.ts';

test('1,000 broken links on 1,000 pages take less than a second more than working links', () => {
  const site = (url: (i: number) => string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Array.from({ length: 1000 }, (_, i) => [
        `guides/topic-${i % 10}/page-${i}.mdx`,
        `# Page ${i}\n\n## First part\n\n[text](${url(i)})\n`,
      ]),
    );
  const kinds: readonly (readonly [(i: number) => string, ((i: number) => string)?])[] = [
    [(i) => `/guides/topic-${i % 10}/pagee-${i}`, (i) => `/guides/topic-${i % 10}/page-${i}`],
    [(i) => `/guides/topic-${i % 10}/page-${i}/first-prt`, (i) => `/guides/topic-${i % 10}/page-${i}/first-part`],
    [(i) => `/page-${i}#frist-part`, (i) => `/guides/topic-${i % 10}/page-${i}#first-part`],
    [(i) => `/nowhere-${i}-at-all`],
  ];
  compile(site(() => '/'));
  const sound = cpuTime(() => compile(site((i) => `/guides/topic-${i % 10}/page-${i}`)));
  for (const [wrong, right] of kinds) {
    const files = site(wrong);
    let hints: readonly (string | undefined)[] = [];
    const time = cpuTime(() => void (hints = compile(files).diagnostics.map(({ hint }) => hint)));
    expect(new Set(hints)).toEqual(
      new Set(Array.from({ length: 1000 }, (_, i) => right && `Did you mean \`${right(i)}\`?`)),
    );
    expect(time - sound).toBeLessThan(1000);
  }
});
