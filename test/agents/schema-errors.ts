// A JSON Schema and a text → what the schema refuses in the text.

import { Ajv, type ValidateFunction } from 'ajv';

const compiled = new Map<string, ValidateFunction>();

/** @returns paths and messages; empty if the text follows the schema */
export function schemaErrors(schema: string, text: string): readonly string[] {
  const validate = compiled.get(schema) ?? new Ajv({ allErrors: true }).compile(JSON.parse(schema) as object);
  compiled.set(schema, validate);
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
