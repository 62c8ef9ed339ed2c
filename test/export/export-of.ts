// Helpers of the tests of the export: a content folder in memory → its `reference.json`, checked by its schema.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { expect } from 'vitest';
import { exportReference } from '../../src/outputs/export/index.ts';
import { compile } from '../compile.ts';
import type { Exported, ExportedForm, ExportedItem } from '../corpus/exported.ts';

const schema = readFileSync(join(import.meta.dirname, '../../docs/schemas/reference.schema.json'), 'utf8');
const validate = new Ajv({ allErrors: true }).compile(JSON.parse(schema) as object);

/** The exported document. Fails if it is not valid by its schema. */
export function exportOf(files: Readonly<Record<string, string>>): Exported {
  const { resolved, diagnostics } = compile(files);
  const document = JSON.parse(JSON.stringify(exportReference(resolved, diagnostics))) as Exported;
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
  return document;
}

/** The form of an entity in a language. */
export function formOf({ pages }: Exported, route: string, id: string, language: string): ExportedForm | undefined {
  return pages.find((page) => page.route === route)?.entities.find((entity) => entity.id === id)?.forms[language];
}

/** The items of all lists of a form. */
export function itemsOf(form: ExportedForm | undefined): readonly ExportedItem[] {
  return [...(form?.properties ?? []), ...(form?.parameters ?? []), ...(form?.returns ?? [])];
}

/** Findings as `code file:line`. */
export function findingsOf({ diagnostics }: Exported): readonly string[] {
  return diagnostics.map(({ code, file, range }) => `${code} ${file}${range ? `:${range.start.line}` : ''}`);
}
