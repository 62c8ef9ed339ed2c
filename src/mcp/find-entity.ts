// A name that a caller gives → the entity of the site. The names are listed once per site, since there may be tens of
// thousands.

import type { Symbol } from './site-reader.ts';

/** Entities by their ids, by their names in all languages, and by both without case and signs. */
interface NamedEntities {
  readonly byId: ReadonlyMap<string, Symbol>;
  readonly byName: ReadonlyMap<string, Symbol>;
  readonly byFolded: ReadonlyMap<string, Symbol>;
}

const listed = new WeakMap<readonly Symbol[], NamedEntities>();

/** The entity with an id; else with a name in some language, first with its case and signs, then without them. */
export function findEntity(symbols: readonly Symbol[], name: string): Symbol | undefined {
  const { byId, byName, byFolded } = listed.get(symbols) ?? listNames(symbols);
  return byId.get(name) ?? byName.get(name) ?? byFolded.get(fold(name));
}

export function isEntity({ kind }: Symbol): boolean {
  return kind === 'object' || kind === 'method';
}

/** The id of an entity: its anchor. */
export function idOf({ at }: Symbol): string {
  return at.slice(at.indexOf('#') + 1);
}

/** Of several entities with a name, the first counts. */
function listNames(symbols: readonly Symbol[]): NamedEntities {
  const made = {
    byId: new Map<string, Symbol>(),
    byName: new Map<string, Symbol>(),
    byFolded: new Map<string, Symbol>(),
  };
  const add = (map: Map<string, Symbol>, name: string, entity: Symbol): void => {
    if (!map.has(name)) map.set(name, entity);
  };
  for (const entity of symbols.filter(isEntity)) {
    const id = idOf(entity);
    const names = Object.values(entity.names);
    add(made.byId, id, entity);
    for (const name of names) add(made.byName, name, entity);
    for (const name of [id, ...names]) add(made.byFolded, fold(name), entity);
  }
  listed.set(symbols, made);
  return made;
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
