// The descriptions that the tables of a page show, by path: those of entities, and those of shared parameters.

import { sharedDescriptions } from '../write-shared.ts';
import type { FormFacts, Row } from './page-facts.ts';

/** Texts by path; a map's own text, `self`, is at the path of the map. */
export function flatten(table: object, parent = ''): readonly (readonly [path: string, text: string])[] {
  return Object.entries(table).flatMap(([name, value]) => {
    const path = name === 'self' ? parent : parent === '' ? name : `${parent}.${name}`;
    return typeof value === 'string' ? [[path, value] as const] : flatten(value as object, path);
  });
}

/** Texts of the shared parameters. */
export const sharedTexts: ReadonlyMap<string, string> = new Map(flatten(sharedDescriptions));

/** The texts that the rows of `forms` name. @param own texts of the page's entities */
export function usedTexts(own: ReadonlyMap<string, string>, forms: readonly FormFacts[]): ReadonlyMap<string, string> {
  const used = new Map<string, string>();
  const visit = ({ text, rows = [] }: Row): void => {
    if (text !== undefined) used.set(text, own.get(text) ?? sharedTexts.get(text)!);
    rows.forEach(visit);
  };
  for (const { text, lists } of forms) {
    if (text !== undefined) used.set(text, own.get(text)!);
    for (const { rows } of lists) rows.forEach(visit);
  }
  return used;
}
