// Ten previews, two deploys and three closed pull requests in random order, overlapping: nothing is lost, and nothing is
// left over. STELE_RACES sets the number of rounds.

import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { publishRun, publishSite } from '../../src/ci/index.ts';
import { createRandom } from '../../scripts/bench/seeded-random.ts';
import {
  fakeGitHub,
  headSha,
  makeRemote,
  newFolder,
  page,
  plainReport,
  readFileOf,
  readRoot,
  removeWorld,
  repository,
  writeFiles,
  type Pull,
} from './preview-world.ts';

afterAll(removeWorld);

const rounds = Number(process.env['STELE_RACES'] ?? 3);
const branch = 'gh-pages';
const numbers = Array.from({ length: 10 }, (_, index) => index + 1);
const closing = new Set([3, 6, 9]);

/** Commits differ in their first letter. */
const commitOf = (pr: number): string => pr.toString(16) + headSha.slice(1);

async function writePreview(pr: number): Promise<string> {
  const artifact = newFolder();
  await writeFiles(artifact, {
    'site/index.html': page(`<p>${pr}</p>`),
    'report.json': JSON.stringify({ ...plainReport, pr, head: commitOf(pr) }),
  });
  return artifact;
}

test(`${rounds} rounds lose nothing and leave nothing`, async () => {
  const artifacts = await Promise.all(numbers.map(writePreview));
  const deploys = newFolder();
  for (const name of ['one', 'two']) await writeFiles(join(deploys, name), { 'index.html': page(`<p>${name}</p>`) });
  for (let round = 0; round < rounds; round += 1) {
    const random = createRandom(round + 1);
    const remote = await makeRemote();
    const open = new Map<number, Pull>(
      numbers.map((number) => [number, { number, sha: commitOf(number), ref: `topic-${number}`, from: repository }]),
    );
    const ask: ReturnType<typeof fakeGitHub> = async (request) => fakeGitHub([...open.values()])(request);
    const run = async (pr: number): Promise<unknown> => {
      const at = { headRepository: repository, headBranch: `topic-${pr}`, headSha: commitOf(pr) };
      return publishRun(ask, { ...at, remote, branch, repository, artifact: artifacts[pr - 1]! });
    };
    const close = async (pr: number): Promise<unknown> => {
      open.delete(pr);
      return run(pr);
    };
    const jobs = [
      ...numbers.map((pr) => () => run(pr)),
      ...[...closing].map((pr) => () => close(pr)),
      ...['one', 'two'].map((name) => () => publishSite({ remote, branch, site: join(deploys, name), sha: headSha })),
    ];
    const waits = jobs.map((job) => ({ job, wait: random.integer(400) }));
    await Promise.all(waits.map(({ job, wait }) => sleep(wait).then(job)));
    const names = Object.keys(await readRoot(remote)).sort();
    const kept = numbers.filter((pr) => !closing.has(pr)).map((pr) => `pr-${pr}`);
    expect(names).toEqual(['.nojekyll', 'index.html', ...kept].sort());
    for (const name of kept)
      expect(await readFileOf(remote, `${name}/index.html`)).toContain(`<p>${name.slice(3)}</p>`);
    expect(await readFileOf(remote, 'index.html')).toMatch(/<p>(?:one|two)<\/p>/);
  }
}, 3_600_000);
