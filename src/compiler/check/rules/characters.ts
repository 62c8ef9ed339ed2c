// Reports invisible characters: control characters, characters without width, and those that change the direction of
// text. They can make code look like different code. In code and names they are errors, in prose warnings.

import type { Report } from '../../diagnostics/index.ts';
import { fieldsOf, rangeOfNode, visitNodes, type Page, type Text } from '../../model/index.ts';
import type { Range, SourceFile } from '../../source/index.ts';
import { descriptionsOf } from '../markdown-texts.ts';
import { invisibleInCode as inCode, invisibleInProse as inProse } from '../invisible-characters.ts';
import type { Rule } from '../rule.ts';

export const checkCharacters: Rule = ({ model }, report) => {
  for (const page of model.pages.values()) {
    if (!mayContain(page.file.text)) continue;
    checkPage(page, report);
  }
  for (const { file } of model.navigation.values()) checkWhole(report, file);
  if (model.site.file) checkWhole(report, model.site.file);
  for (const samples of model.samples.byFolder.values()) {
    for (const files of samples.values()) {
      for (const { file } of files)
        checkText(report, file, { start: 0, end: file.text.length }, file.text, 'The sample');
    }
  }
};

/**
 * Whether a text contains an invisible character, or an escape sequence that may be one. Most pages contain neither.
 */
function mayContain(text: string): boolean {
  return inCode.test(text) || /\\[ux0-9a-zA-Z_]|&#?\w/.test(text);
}

/**
 * Reports the invisible characters in names, texts, descriptions and the body. If there are none, reports the first one
 * in any other part of the file, such as link titles, attributes and comments.
 */
function checkPage(page: Page, reportAll: Report): void {
  let hasFinding = false;
  const report: Report = (code, place, args) => {
    hasFinding = true;
    reportAll(code, place, args);
  };
  for (const text of identifiersOf(page)) checkText(report, text.file, text.range, text.value, 'An identifier');
  for (const text of wordsOf(page)) checkText(report, text.file, text.range, text.value);
  for (const description of descriptionsOf(page)) {
    if (description.kind === 'placeholder') continue;
    const { file, node, value } = description.text;
    checkText(report, file, node.range, value);
  }
  checkBody(page, report);
  if (!hasFinding) checkWhole(report, page.file);
}

/** Reports the first invisible character of a file, as one in prose. */
function checkWhole(report: Report, file: SourceFile): void {
  checkText(report, file, { start: 0, end: file.text.length }, file.text);
}

function wordsOf({ title, description, breadcrumb, externalAssets }: Page): readonly Text[] {
  return [title, description, breadcrumb?.title, ...externalAssets.values()].filter((text) => text !== undefined);
}

/**
 * Reports the first invisible character of a value. A byte order mark at the start of a file is not reported.
 * @param where the subject of the message for code; undefined for prose
 */
function checkText(report: Report, file: SourceFile, range: Range, value: string, where?: string): void {
  const character = (where === undefined ? inProse : inCode).exec(value)?.[0];
  if (character === undefined || (character === '\ufeff' && value.startsWith(character) && range.start === 0)) return;
  // A character written as an escape sequence is not in the file: then the range is the whole value.
  const within = file.text.indexOf(character, range.start);
  const isHere = within >= 0 && within < range.end;
  const place = { file, range: isHere ? { start: within, end: within + character.length } : range };
  const name = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
  if (where === undefined) report('invisible-character-in-prose', place, { character: name });
  else report('invisible-character', place, { character: name, where });
}

function identifiersOf({ entities }: Page): readonly Text[] {
  const texts = [...entities.values()].flat().flatMap((entity) => {
    const { key, url, title, type, since, patternBefore } = entity;
    const inside = fieldsOf(entity).flatMap((field) => [field.key, field.type, field.since, field.default]);
    return [key, url, title, type, since, patternBefore, entity.default, ...inside];
  });
  return texts.filter((text) => text !== undefined);
}

function checkBody({ body, file }: Page, report: Report): void {
  if (!inCode.test(file.text.slice(body.range.start, body.range.end))) return;
  visitNodes(body.tree, (node) => {
    const range = rangeOfNode(node, body.range.start);
    const value = 'value' in node && typeof node.value === 'string' ? node.value : '';
    if (node.type === 'code' || node.type === 'inlineCode') checkText(report, file, range, value, 'The code');
    else if (node.type === 'text') checkText(report, file, range, value);
  });
}
