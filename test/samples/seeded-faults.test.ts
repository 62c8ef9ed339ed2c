// The example's samples with added mistakes: each mistake is found, in its line or where its construct begins, and
// there are no other findings. Without mistakes there are no findings.

import { join } from 'node:path';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createSampleParser } from '../../src/engines/index.ts';
import type { SampleParser, SampleSyntax } from '../../src/compiler/model/index.ts';
import { checkContentSamples, compileContent } from '../../src/compiler/index.ts';
import type { ContentSource } from '../../src/compiler/model/index.ts';
import { contentOf, readContent } from '../../src/project/index.ts';
import { pointAt, type SourceFile } from '../../src/compiler/source/index.ts';
import { lineOfObject, linesOfOpenings } from './openings.ts';
import { seededKinds, type SeededFault, type SeededKind } from './seeded-faults.ts';

/** Milliseconds for compiling the whole example on a busy machine. */
const patience = 120_000;
vi.setConfig({ testTimeout: patience });

const contentFolder = join(import.meta.dirname, '../../content');
const extensions = ['sh', 'js', 'py', 'rb', 'go', 'php', 'java', 'cs'];

let content: ContentSource;
let files: readonly SourceFile[];
/** The files without the guides, which have no samples: they would take most of the time of a round. */
let reference: readonly SourceFile[];
/** Findings of `reference` as it is: links to guides. */
let known: ReadonlySet<string>;
beforeAll(async () => {
  ({ content } = await readContent(contentFolder));
  const { site, pages, navigation, samples } = content;
  files = [...(site ? [site] : []), ...pages, ...navigation, ...samples.map(({ file }) => file)];
  reference = files.filter(({ path }) => !path.startsWith('guides/'));
  known = new Set(await findIn(reference));
});

/** A parser that keeps its results: a round changes only a few of the hundreds of samples. */
function remember(parser: SampleParser): SampleParser {
  const known = new Map<string, Promise<SampleSyntax>>();
  return {
    canParse: parser.canParse,
    parse(text, extension) {
      const key = `${extension}\n${text}`;
      const found = known.get(key) ?? parser.parse(text, extension);
      known.set(key, found);
      return found;
    },
  };
}

const parser = remember(createSampleParser());

/** The findings of some files: `code path:line`. */
async function findIn(given: readonly SourceFile[]): Promise<readonly string[]> {
  const { content: edited, diagnostics: found } = contentOf(content.name, given, content.assets);
  const { diagnostics } = await checkContentSamples(compileContent(edited, found), parser);
  return diagnostics.map(({ code, file, source, range }) => {
    const line = source && range ? pointAt(source, range.start).line : 0;
    return `${code} ${file}:${line}`;
  });
}

/** The findings that come from some texts of the reference being replaced, added or (undefined) removed. */
async function findWith(changes: ReadonlyMap<string, string | undefined>): Promise<readonly string[]> {
  const kept = reference.filter(({ path }) => !changes.has(path));
  const changed = [...changes].flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }]));
  return (await findIn([...kept, ...changed])).filter((finding) => !known.has(finding));
}

const textOf = (path: string): string => {
  const file = files.find((candidate) => candidate.path === path);
  if (file === undefined) throw new Error(`the example has no ${path}`);
  return file.text;
};

const pathOf = ({ file }: SeededFault): string => `reference/${file.replace(/\/(?=[^/]*$)/, '/_samples/')}`;

/** @param isGone whether the mistake removes the whole part: then the finding is at the object that lacks it */
function seed(fault: SeededFault, isGone = false): { path: string; text: string; lines: readonly number[] } {
  const path = pathOf(fault);
  const text = textOf(path);
  const at = text.indexOf(fault.find);
  if (at < 0) throw new Error(`${path} has no ${fault.find}`);
  const changed = text.slice(0, at) + fault.replace + text.slice(at + fault.find.length);
  let offset = at;
  while (offset < text.length && text[offset] === changed[offset]) offset++;
  const line = text.slice(0, offset).split('\n').length;
  return {
    path,
    text: changed,
    lines: [
      line - 1,
      line,
      line + 1,
      ...linesOfOpenings(text, changed, offset),
      ...(isGone ? [lineOfObject(text, offset)] : []),
    ],
  };
}

test('the example as it is has no findings', async () => {
  expect(await findIn(files)).toEqual([]);
  expect([...known].filter((finding) => !finding.startsWith('dangling-link '))).toEqual([]);
});

/** Kinds that change different files go into one round, for which the example is compiled once. */
function roundsOf(kinds: readonly SeededKind[]): readonly SeededKind[][] {
  const rounds: { paths: Set<string>; kinds: SeededKind[] }[] = [];
  for (const seeded of kinds) {
    const paths = seeded.faults.map(pathOf);
    let round = rounds.find((candidate) => paths.every((path) => !candidate.paths.has(path)));
    if (round === undefined) rounds.push((round = { paths: new Set(), kinds: [] }));
    for (const path of paths) round.paths.add(path);
    round.kinds.push(seeded);
  }
  return rounds.map((round) => round.kinds);
}

describe('seeded mistakes', () => {
  const foundByKind = new Map<SeededKind, readonly string[]>();
  let strays: readonly string[] = [];
  beforeAll(async () => {
    for (const round of roundsOf(seededKinds)) {
      const faults = round.flatMap((seeded) => seeded.faults.map((fault) => seed(fault)));
      const found = await findWith(new Map(faults.map(({ path, text }) => [path, text])));
      for (const seeded of round) {
        const paths = seeded.faults.map(pathOf);
        foundByKind.set(
          seeded,
          found.filter((finding) => paths.some((path) => finding.includes(` ${path}:`))),
        );
      }
      strays = [...strays, ...found.filter((finding) => !faults.some(({ path }) => finding.includes(` ${path}:`)))];
    }
  }, patience);

  test.each(seededKinds)('$name: $code', (seeded) => {
    const found = foundByKind.get(seeded)!;
    const faults = seeded.faults.map((fault) => seed(fault, seeded.code === 'missing-response-key'));
    const missed = faults.filter(
      ({ path, lines }) => !lines.some((line) => found.includes(`${seeded.code} ${path}:${line}`)),
    );
    expect({ found, missed: missed.map(({ path, lines }) => `${path}:${lines.join()}`) }).toEqual({
      found,
      missed: [],
    });
    expect(found).toHaveLength(faults.length);
  });

  test('give no finding in any other file', () => {
    expect(strays).toEqual([]);
  });
});

const inEveryLanguage = (
  write: (extension: string) => readonly [string, string | undefined],
): Map<string, string | undefined> => new Map(extensions.map(write));

test('samples that no page shows, in every language', async () => {
  const found = await findWith(
    inEveryLanguage((extension) => [`reference/_samples/left-over.${extension}`, `${comment(extension)} Left over.\n`]),
  );
  expect(found).toEqual(
    extensions.map((extension) => `unused-sample reference/_samples/left-over.${extension}:0`).sort(),
  );
});

test('samples that one language lacks, in every language', async () => {
  const stems = [
    'organization/create-organization-request',
    'organization/delete-organization-request',
    'organization/get-organization-request',
    'organization/list-organizations-request',
    'organization/update-organization-request',
    'sso/connection/delete-connection-request',
    'sso/connection/get-connection-request',
    'sso/connection/list-connections-request',
  ];
  const gone = stems.map((stem, i) => pathOf({ file: `${stem}.${extensions[i]!}`, find: '', replace: '' }));
  for (const path of gone) textOf(path);
  const found = await findWith(new Map(gone.map((path) => [path, undefined])));
  expect(found.map((finding) => finding.replace(/:\d+$/, ''))).toEqual(
    stems.map((stem) => `incomplete-sample reference/${stem.replace(/\/(\w+)-(?:\w+-)?request$/, '/$1')}.mdx`).sort(),
  );
});

const comment = (extension: string): string => (['sh', 'py', 'rb'].includes(extension) ? '#' : '//');
const withLine = (extension: string, line: string): [string, string] => {
  const path = `reference/organization/_samples/get-organization-request.${extension}`;
  const text = textOf(path);
  const tag = text.startsWith('<?php\n') ? '<?php\n' : '';
  return [path, `${tag}${comment(extension)} ${line}\n${text.slice(tag.length)}`];
};

test('exemptions that no finding needs, in every language', async () => {
  const found = await findWith(
    inEveryLanguage((extension) => withLine(extension, 'stele-ignore sample-syntax: it is new')),
  );
  expect(found.map((finding) => finding.split(' ')[0])).toEqual(extensions.map(() => 'unneeded-exemption'));
});

test('exemptions without a reason, in every language', async () => {
  const found = await findWith(inEveryLanguage((extension) => withLine(extension, 'stele-ignore sample-syntax')));
  expect(found.map((finding) => finding.split(' ')[0])).toEqual(extensions.map(() => 'wrong-exemption'));
});

test('an exemption removes its finding, and no page shows it', async () => {
  const changes = inEveryLanguage((extension) => {
    const [path, text] = withLine(extension, 'stele-ignore sample-syntax: shows what not to do');
    return [path, `${text}\n) ) ")\n`];
  });
  expect(await findWith(changes)).toEqual([]);
});

test('regions without an end, in every language', async () => {
  const found = await findWith(inEveryLanguage((extension) => withLine(extension, 'region start')));
  expect(found.map((finding) => finding.split(' ')[0])).toEqual(extensions.map(() => 'unclosed-region'));
});

test('a required parameter that no language shows is reported once, at the entity', async () => {
  const page = 'reference/organization/create.mdx';
  const changes = inEveryLanguage((extension) => {
    const path = `reference/organization/_samples/create-organization-request.${extension}`;
    return [path, textOf(path).replace(/^.*\bname\b.*["']Northwind["'].*\n/im, '')];
  });
  const found = await findWith(changes);
  expect(found).toEqual([expect.stringMatching(new RegExp(`^unshown-parameter ${page.replaceAll('.', '\\.')}:\\d+$`))]);
});

test('contain at least a hundred mistakes', () => {
  const inFiles = seededKinds.reduce((sum, { faults }) => sum + faults.length, 0);
  const seeded = inFiles + 5 * extensions.length + 1;
  console.log(`${seeded} mistakes seeded, ${seededKinds.length + 6} kinds`);
  expect(seeded).toBeGreaterThanOrEqual(100);
});
