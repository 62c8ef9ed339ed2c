// Compiling only edited pages gives what compiling the whole site gives. Random edits of more sites:
// compile-edited.long.test.ts.

import { describe, expect, test } from 'vitest';
import { createRandom } from '../../scripts/bench/seeded-random.ts';
import type { ContentFiles } from '../edits/content-files.ts';
import { editedSites } from '../edits/edited-sites.ts';
import { compileChange, judgeChange, keepState } from '../edits/judge-edited.ts';
import { isCompiledAlone, replace } from '../edits/compiled-alone.ts';
import { editAtRandom } from '../edits/random-edits.ts';

test('after 40 random edits, all pages compiled alone are as in the whole site', { timeout: 120_000 }, async () => {
  const random = createRandom(5);
  const files = editedSites['doors']!();
  let before = keepState(files);
  let compiled = 0;
  for (let step = 0; step < 40; step++) {
    const { kind, place } = editAtRandom(files, random);
    const after = keepState(files);
    const edited = before && compileChange(before, files);
    if (edited && after) {
      compiled++;
      expect(await judgeChange(before!, after, edited), `edit ${step}, ${kind}: ${place}`).toEqual([]);
    }
    before = after;
  }
  expect(compiled).toBeGreaterThan(0);
});

describe('an edit', () => {
  test('of a description that only its page shows is compiled alone', async () => {
    expect(await isCompiledAlone(replace('index.mdx', 'See [closing]', 'Read of [closing]'))).toBe(true);
  });

  test('of a description that other pages show is not', async () => {
    expect(await isCompiledAlone(replace('reference/door/index.mdx', 'id: The identifier', 'id: The one'))).toBe(false);
  });

  test('of a sample is, unless the sample has a finding', async () => {
    const editSample =
      (first: string) =>
      (files: ContentFiles): void => {
        const path = [...files.keys()].find((name) => name.endsWith('.py'))!;
        files.set(path, first + files.get(path)!);
      };
    expect(await isCompiledAlone(editSample('# Words.\n'), 'generated')).toBe(true);
    expect(await isCompiledAlone(editSample('# region a\n'), 'generated')).toBe(false);
  });

  test('of the title of a link, or of the accent colour, is; of an address or another setting is not', async () => {
    const navigation = 'reference/_navigation.mdx';
    expect(await isCompiledAlone(replace(navigation, 'title: Lock', 'title: The lock'))).toBe(true);
    expect(await isCompiledAlone(replace(navigation, 'title: API', 'title: The API'))).toBe(false);
    expect(await isCompiledAlone(replace(navigation, '/reference/lock', '/reference/door/open'))).toBe(false);
    expect(await isCompiledAlone(replace('site.yaml', "'#0a7f6f'", "'#333333'"))).toBe(true);
    // Links of this colour are hard to read.
    expect(await isCompiledAlone(replace('site.yaml', "'#0a7f6f'", "'#fefefe'"))).toBe(false);
    expect(await isCompiledAlone(replace('site.yaml', 'All doors.', 'Some doors.'))).toBe(false);
  });

  test('of the title of a page is; of one that a section has as its title is not', async () => {
    expect(await isCompiledAlone(replace('reference/lock.mdx', 'title: Lock', 'title: The lock'))).toBe(true);
    expect(await isCompiledAlone(replace('guides/inner/yard.mdx', '# Yard', '# The yard'))).toBe(true);
    expect(await isCompiledAlone(replace('more/three.mdx', '# Three', '# The third'), 'plain')).toBe(true);
    expect(await isCompiledAlone(replace('one.mdx', '# One', '# The first'), 'plain')).toBe(false);
  });

  test('of a description of a page in a list with parts is, also if the list needs other parts then', async () => {
    const words = (count: number): string => `description: ${'Words. '.repeat(count)}end.`;
    const title = String.raw`[Part] \[x\](y) \` *a* & (b)`;
    const start =
      (count: number): (() => ContentFiles) =>
      () => {
        const names = Array.from({ length: count }, (_, i) => `more/p${i}`);
        const pages = names.map((name) => [`${name}.mdx`, `---\n${words(200)}\n---\n\n# ${title} ${name}\n`] as const);
        return new Map([...editedSites['plain']!(), ...pages]);
      };
    const edit = (count: number) => replace('more/p3.mdx', words(200), words(count));
    // A file has 49,000 characters.
    expect(await isCompiledAlone(edit(800), start(70))).toBe(true);
    expect(await isCompiledAlone(edit(1), start(35))).toBe(true);
    expect(await isCompiledAlone(edit(800), start(34))).toBe(true);
  });

  test('of headings, lists, links and code is, unless links of other pages lead elsewhere', async () => {
    const path = 'guides/open.mdx';
    const steps = (to: string) => (files: ContentFiles) => replace(path, '## Steps', to)(files);
    expect(await isCompiledAlone(steps('## Parts\n\n- One\n- [Two](/guides/close#how)'))).toBe(true);
    const start = (): ContentFiles => {
      const files = editedSites['doors']!();
      replace('reference/lock.mdx', '## More', '[a](/guides/open#steps) [b](/guides/open/steps)\n\n## More')(files);
      return files;
    };
    expect(await isCompiledAlone(steps('## Parts'), start)).toBe(false);
    expect(await isCompiledAlone(steps('## Steps\n\n### Steps'), start)).toBe(true);
    expect(await isCompiledAlone(steps('## Part\n\n### Steps'), start)).toBe(false);
    expect(await isCompiledAlone(replace(path, 'force: true', 'force: false'))).toBe(true);
    expect(await isCompiledAlone(replace(path, '![A door](/images/door.svg)', ''))).toBe(false);
  });

  test('of a name, of an address of a description, or of a reference is not', async () => {
    expect(await isCompiledAlone(replace('reference/door/index.mdx', 'key: state', 'key: status'))).toBe(false);
    expect(await isCompiledAlone(replace('reference/door/index.mdx', '(lock.self)', '(lock.kind)'))).toBe(false);
    expect(await isCompiledAlone(replace('reference/door/open.mdx', '(Door.id)', '(Door.lock)'))).toBe(false);
    expect(await isCompiledAlone(replace('reference/lock.mdx', '(lock.kind)', '(door.id)'))).toBe(false);
    expect(await isCompiledAlone(replace('reference/door/index.mdx', 'type: Lock', 'type: string'))).toBe(false);
  });
});
