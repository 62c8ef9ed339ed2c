// Defines tests of hostile texts in all places of the format. Several places share a site, which saves time.

import { expect, test } from 'vitest';
import { compileContent } from '../src/compiler/index.ts';
import { viewContent } from '../src/outputs/index.ts';
import type { Compilation } from '../src/compiler/model/index.ts';
import { contentOf } from '../src/project/index.ts';
import { strings } from '../src/site/strings/en.ts';
import { cpuTime, cpuTimeUntil } from './cpu-time.ts';
import { positions, type Position } from './hostile-positions.ts';
import { hostileTexts } from './hostile-texts.ts';

/** The length of a text in UTF-16 units. */
const fullLength = 100_000;
/** The largest processor time in milliseconds for checking a site with such texts, and for drawing it. */
const limit = 1000;
/** The number of positions that share a site, in addition to one of `site.yaml`. */
const together = 4;

const surroundings: Readonly<Record<string, string>> = {
  'site.yaml': 'title: Site\nlanguages: [js, curl, python]\n',
  'index.mdx': '# Home\n',
  'things/other.mdx':
    '---\nreference:\n  js: [{ key: Other, id: other, properties: [{ key: id, type: string, description: Its ' +
    'id. }] }]\n---\n# Other\n',
};

/** Positions in groups. A group has at most one position in `site.yaml`, since a site has only one such file. */
const groups: readonly (readonly Position[])[] = (() => {
  const isSite = ({ name }: Position): boolean => name.startsWith('site.');
  const [sites, others] = [positions.filter(isSite), positions.filter((position) => !isSite(position))];
  const count = Math.max(sites.length, Math.ceil(others.length / together));
  return Array.from({ length: count }, (_, i) => [
    ...sites.slice(i, i + 1),
    ...others.filter((_, j) => j % count === i),
  ]);
})();

/** The number of rounds that try every text in every position. */
export const allRounds = hostileTexts(0).length;

/**
 * Defines a test for each round. In a round, each position has one of the texts.
 * @param rounds their numbers, below `allRounds`
 * @param length of a text in UTF-16 units
 */
export function testHostileTexts(rounds: readonly number[], length = fullLength): void {
  const texts = hostileTexts(length);
  test.each(rounds.map((round) => [round] as const))(
    `reads a hostile text of ${length / 1000} KB at each place of the format in time: round %i`,
    { timeout: 600_000 },
    async (round) => {
      const slow: string[] = [];
      for (const [g, group] of groups.entries()) {
        const chosen = group.map((position, i) => [position, texts[(round * 37 + g * 5 + i) % texts.length]!] as const);
        const what = chosen.map(([{ name }, [text]]) => `${name}: ${text}`).join('\n');
        const files = chosen.map(([position, [, text]], i) => position.files(text, `hostile-${i}`));
        const all: Readonly<Record<string, string>> = Object.assign({}, surroundings, ...files);
        // A busy machine may be slow once, so a slow site is measured again.
        const problem = findSlow(await timeOf(all)) && findSlow(await timeOf(all));
        if (problem !== undefined) slow.push(`${problem}:\n${what}`);
      }
      expect(slow).toEqual([]);
    },
  );
}

/** Milliseconds of processor time. */
interface Times {
  readonly checking: number;
  readonly drawing: number;
}

function findSlow(times: Times): string | undefined {
  const slow = Object.entries(times).find(([, milliseconds]) => milliseconds >= limit);
  return slow && `${slow[0]} takes ${Math.round(slow[1])} ms`;
}

async function timeOf(files: Readonly<Record<string, string>>): Promise<Times> {
  let compiled: Compilation | undefined;
  const checking = cpuTime(() => {
    const { content, diagnostics } = contentOf(
      'content',
      Object.entries(files).map(([path, text]) => ({ path, text })),
    );
    compiled = compileContent(content, diagnostics);
  });
  return { checking, drawing: await cpuTimeUntil(() => draw(compiled!)) };
}

async function draw({ resolved }: Compilation): Promise<void> {
  const site = viewContent(resolved, { highlight: (text) => text.split('\n').map((line) => [{ text: line }]) });
  const shown = new Set([undefined, ...resolved.site.languages.slice(0, 2).map(({ id }) => id)]);
  for (const address of site.addresses) if (shown.has(address.language)) await site.viewPage(address, strings.values);
  for (const route of site.bodyRoutes) site.viewBody(route);
  site.writeSearch();
  site.viewHostFiles();
}
