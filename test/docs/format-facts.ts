// The results of Stele for an example of docs/format.md, in the words of the document's claims.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ResolvedItem, ResolvedPage, ResolvedModel } from '../../src/compiler/model/index.ts';
import { pointAt } from '../../src/compiler/source/index.ts';
import { createSampleParser } from '../../src/engines/index.ts';
import { checkContentSamples, compileContent } from '../../src/compiler/index.ts';
import type { Compilation } from '../../src/compiler/model/index.ts';
import { readContent } from '../../src/project/index.ts';
import type { Example } from './format-examples.ts';

const parser = createSampleParser();

/** Writes an example's files into a temporary folder, then reads and checks them as `stele check` does. */
export async function compileExample({ files }: Example): Promise<Compilation> {
  const folder = mkdtempSync(join(tmpdir(), 'stele-format-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
      writeFileSync(join(folder, 'content', path), text);
    }
    const { content, diagnostics } = await readContent(join(folder, 'content'));
    return await checkContentSamples(compileContent(content, diagnostics), parser);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The findings of an example in the words of the document: `unknown-key` at 3:1 of `reference/door.mdx`.
 * @param claimed the findings that the document claims: a finding has no place or no file if its claim has none
 */
export function findingsOf(
  { diagnostics }: Compilation,
  { frontmatterOnly }: Example,
  claimed: readonly string[],
): readonly string[] {
  return diagnostics.map(({ code, file, source, range }, i) => {
    const { line, column } = source && range ? pointAt(source, range.start) : { line: 0, column: 0 };
    const place = line === 0 ? '' : ` at ${line - (frontmatterOnly.has(file) ? 1 : 0)}:${column}`;
    const forms = [`\`${code}\``, `\`${code}\`${place}`, `\`${code}\` of \`${file}\``];
    return forms.find((form) => form === claimed[i]) ?? `\`${code}\`${place} of \`${file}\``;
  });
}

const pagesOf = ({ pages }: ResolvedModel): readonly ResolvedPage[] => [...pages.values()];

/** All rows, language by language, parents before children. */
function rowsOf(model: ResolvedModel): readonly ResolvedItem[] {
  const flatten = (items: readonly ResolvedItem[]): readonly ResolvedItem[] =>
    items.flatMap((item) => [item, ...flatten(item.children)]);
  const forms = pagesOf(model).flatMap(({ entities }) => entities.flatMap((entity) => [...entity.forms.values()]));
  return forms.flatMap(({ lists }) => lists.flatMap(({ items }) => flatten(items)));
}

const distinct = (words: readonly string[]): string => [...new Set(words)].join(', ');

function writeRow({ name, isOptional, deprecated, default: value }: ResolvedItem): string {
  const notes = [
    name === undefined ? 'without a name' : `\`${name}\``,
    isOptional ? 'optional' : '',
    deprecated ? 'deprecated' : '',
    value === undefined ? '' : `default \`${value}\``,
  ];
  return notes.filter((note) => note !== '').join(' ');
}

function writeLinks({ links }: ResolvedPage): readonly string[] {
  return [...links].map(([{ url }, target]) => {
    if (target.kind === 'dangling') return `\`${url}\` → nowhere`;
    if (target.kind === 'external') return `\`${url}\` → \`${target.url}\``;
    if (target.kind === 'asset') return `\`${url}\` → the file \`${target.path}\``;
    const anchor = target.anchor === undefined ? '' : `#${target.anchor}`;
    return `\`${url}\` → \`${target.kind === 'anchor' ? '' : `/${target.route}`}${anchor}\``;
  });
}

/** The claims that an example may have besides its findings: by word, the text that the document must have. */
export const facts: Readonly<Record<string, (model: ResolvedModel) => string>> = {
  Routes: (model) => distinct(pagesOf(model).map(({ route }) => `\`/${route}\``)),
  Titles: (model) => distinct(pagesOf(model).map(({ title }) => `“${title}”`)),
  Headings: (model) =>
    distinct(
      pagesOf(model).flatMap(({ titleHeading, headings }) =>
        [...(titleHeading ? [titleHeading] : []), ...headings].map(({ id, level }) => `\`#${id}\` of level ${level}`),
      ),
    ),
  Anchors: (model) => distinct(rowsOf(model).flatMap(({ anchor }) => (anchor === undefined ? [] : [`\`#${anchor}\``]))),
  Rows: (model) => distinct(rowsOf(model).map(writeRow)),
  Texts: (model) =>
    distinct(rowsOf(model).flatMap(({ description }) => (description ? [`“${description.value.trim()}”`] : []))),
  Types: (model) =>
    distinct(
      rowsOf(model).flatMap(({ type = [] }) =>
        type.flatMap(({ text, target }) => (target ? [`\`${text}\` → \`/${target.route}#${target.id}\``] : [])),
      ),
    ) || 'no links',
  Links: (model) => distinct(pagesOf(model).flatMap(writeLinks)),
  Samples: (model) =>
    distinct(
      pagesOf(model).flatMap(({ blocks }) =>
        blocks.flatMap(({ panels }) =>
          panels.flatMap(({ samples }) =>
            [...samples].map(([language, { file }]) => `\`${language}\` → \`${file.path}\``),
          ),
        ),
      ),
    ),
  Languages: (model) => distinct(model.site.languages.map(({ id }) => `\`${id}\``)) || 'none',
};
