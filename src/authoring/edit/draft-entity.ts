// An id → an entity in each language on an existing page, with the descriptions that it needs.

import type { Compilation, Document, Language, ListNode, MapNode } from '../../compiler/model/index.ts';
import { wordsOfName } from '../../compiler/text/index.ts';
import { mergeKeys, lookUpPlaceholder } from './description-keys.ts';
import type { Draft } from './draft.ts';
import { entityLines, groupOf, type NewEntity } from './entity-lines.ts';
import { frontmatterEntry } from './find-entry.ts';
import { endOfList, endOfMap, findGroup, indentStep } from './insert-entries.ts';
import { attempt, refuse, type Refused } from './refusal.ts';
import type { Edit } from './text-edit.ts';
import { entryLines, isFlowCollection, isShared, lineBreakOf } from './yaml-layout.ts';

type Insertion = { readonly offset: number; readonly lines: readonly string[] };

/** Drafts an entity in the languages that do not have it on the page yet. Refuses if all languages have it. */
export function draftEntity(compiled: Compilation, languages: readonly Language[], entity: NewEntity): Draft | Refused {
  return attempt(() => {
    const { id, route } = entity;
    if (!/^[A-Za-z][A-Za-z0-9]*(?:[_-][A-Za-z0-9]+)*$/.test(id))
      refuse(
        `\`${id}\` cannot be an id. An id has letters and digits, with \`_\` between words, and begins with a letter.`,
      );
    const page = compiled.resolved.model.pages.get(route);
    const document = page && compiled.documents.find(({ file }) => file === page.file);
    if (document === undefined)
      refuse(`There is no page \`/${route}\`: create it first with stele new page ${route || '/'}.`);
    if (document.isPartial) refuse(`${document.file.path} has mistakes that hide a part of it: fix them first.`);
    const missing = languages.filter(
      (language) => page!.entities.get(language.id)?.every((other) => other.id?.value !== id) ?? true,
    );
    if (missing.length === 0) refuse(`The entity \`${id}\` exists already in ${document.file.path}.`);
    const insertions = [...planDescriptions(compiled, document, entity), ...planEntities(document, missing, entity)];
    return { created: new Map(), edits: [{ file: document.file, edits: toEdits(document, insertions) }], notes: [] };
  });
}

/** The texts of the entity and of its one item, unless a page has them already. */
function planDescriptions(
  { documents }: Compilation,
  document: Document,
  { id, kind }: NewEntity,
): readonly Insertion[] {
  const tree = mergeKeys(documents);
  const group = groupOf(id);
  const name = wordsOfName(id).join(' ');
  const self =
    kind === 'object' ? `Describe in one sentence what a ${name} is.` : `Describe in one sentence what ${name} does.`;
  const texts = { self, id: 'The unique identifier.' };
  const lines = Object.entries(texts)
    .filter(([key]) => lookUpPlaceholder(tree, `${group}.${key}`).rest.length > 0)
    .map(([key, text]) => `${key}: ${text}`);
  if (lines.length === 0) return [];
  const root = frontmatterEntry(document, 'descriptions');
  const wrapped = [`${group}:`, ...indented(lines, indentStep(document))];
  if (root === undefined) {
    const reference = frontmatterEntry(document, 'reference');
    const offset = reference ? entryLines(document.file.text, reference, 0).start : endOfFrontmatter(document);
    return [{ offset, lines: ['descriptions:', ...indented(wrapped, 2)] }];
  }
  const place = findGroup(document, [group]);
  return [{ offset: place.offset, lines: indented(place.missing.length > 0 ? wrapped : lines, place.column) }];
}

function planEntities(document: Document, languages: readonly Language[], entity: NewEntity): readonly Insertion[] {
  const root = frontmatterEntry(document, 'reference');
  const withDash = (language: Language, dash: string): readonly string[] =>
    entityLines(entity, language).map((line, i) => (i === 0 ? dash : ' '.repeat(dash.length)) + line);
  const withKey = (language: Language): readonly string[] => [
    `${language.id}:`,
    ...indented(withDash(language, '- '), 2),
  ];
  if (root === undefined) {
    const lines = languages.flatMap((language) => indented(withKey(language), 2));
    return [{ offset: endOfFrontmatter(document), lines: ['reference:', ...lines] }];
  }
  const { text, path } = document.file;
  if (root.value.kind !== 'map' || isShared(text, root)) refuse(`\`reference\` in ${path} is not a map of languages.`);
  const map: MapNode = root.value;
  return languages.map((language) => {
    const written = map.entries.find(({ key }) => key.value === language.id);
    if (written === undefined) {
      const { offset, column } = endOfMap(document, map, 'reference');
      return { offset, lines: indented(withKey(language), column) };
    }
    if (isShared(text, written) || written.value.kind !== 'list')
      refuse(`\`${language.id}\` in ${path} is not a list of its own.`);
    const { offset, column, dash } = endOfList(document, written.value as ListNode, language.id);
    return { offset, lines: indented(withDash(language, dash), column) };
  });
}

/** The start of the line that ends the frontmatter; the start of the file if it has no frontmatter. */
function endOfFrontmatter({ file: { text, path }, frontmatter, body }: Document): number {
  if (frontmatter && isFlowCollection(text, frontmatter))
    refuse(`The frontmatter of ${path} is written in braces: change it by hand.`);
  return body.range.start === 0 ? 0 : text.lastIndexOf('\n---', body.range.start - 4) + 1;
}

function indented(lines: readonly string[], by: number): readonly string[] {
  return lines.map((line) => ' '.repeat(by) + line);
}

function toEdits({ file, body }: Document, insertions: readonly Insertion[]): readonly Edit[] {
  const lineBreak = lineBreakOf(file.text);
  const write = (lines: readonly string[]): string => lines.map((line) => line + lineBreak).join('');
  if (body.range.start === 0) {
    const lines = ['---', ...insertions.flatMap((insertion) => insertion.lines), '---', ''];
    return [{ range: { start: 0, end: 0 }, text: write(lines) }];
  }
  return insertions.map(({ offset, lines }) => ({ range: { start: offset, end: offset }, text: write(lines) }));
}
