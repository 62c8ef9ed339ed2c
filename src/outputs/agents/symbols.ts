// The resolved model → `symbols.json`: all documented names with their spelling in every language, and the catalogue of
// the site's data for programs (RFC 9727).

import type { ResolvedModel, SearchSymbol } from '../../compiler/model/index.ts';
import { dataSchemas, outputFiles, siteDataName, skillsIndexName } from '../../compiler/source/index.ts';
import { listSymbols } from '../html/index.ts';
import { placeOf } from './place-of.ts';

/** Increased when a field changes its meaning or is removed. */
export const symbolsVersion = 1;

interface ListedSymbol {
  /** Route and anchor: `reference/sso/connection#connection.state`. */
  readonly at: string;
  readonly kind: SearchSymbol['kind'];
  readonly names: Readonly<Record<string, string>>;
}

/** The text of the file: one symbol per line, in the order of the pages. */
export function writeSymbols(resolved: ResolvedModel): string {
  const ids = resolved.site.languages.map(({ id }) => id);
  const symbols: ListedSymbol[] = [];
  const add = (route: string, { anchor, kind, names, children }: SearchSymbol): void => {
    const shown = Object.fromEntries([...names].map(([id, name]) => [id, name.shown]));
    symbols.push({ at: `${route}#${anchor}`, kind, names: shown });
    for (const child of children) add(route, child);
  };
  for (const { route, entities } of resolved.pages.values()) {
    for (const entity of entities) {
      const root = listSymbols(entity, ids);
      if (root) add(route, root);
    }
  }
  const languages = resolved.site.languages.map(({ id, label }) => ({ id, label }));
  const schema = placeOf(resolved.site, outputFiles.symbols, dataSchemas.symbols);
  const head = JSON.stringify({ $schema: schema, format: 'stele-symbols', version: symbolsVersion, languages }).slice(
    0,
    -1,
  );
  return `${head},"symbols":[\n${symbols.map((symbol) => JSON.stringify(symbol)).join(',\n')}\n]}\n`;
}

/**
 * A linkset with the documentation of the site, for people and for programs.
 * @param hasSkills whether the site has an index of skills
 */
export function writeCatalog({ site }: ResolvedModel, hasSkills: boolean): string {
  const top = site.url ?? '../';
  const forPrograms = [
    { href: `${top}${outputFiles.symbols}`, type: 'application/json', title: 'Names in all languages' },
    { href: `${top}${siteDataName}`, type: 'application/json', title: 'Routes of the pages, and redirects' },
    ...(site.outputs.llms ? [{ href: `${top}${outputFiles.llms}`, type: 'text/plain', title: 'Pages' }] : []),
    ...(hasSkills ? [{ href: `${top}${skillsIndexName}`, type: 'application/json', title: 'Skills' }] : []),
  ];
  const schemas = [
    { href: `${top}${dataSchemas.page}`, type: 'application/schema+json', title: 'Schema of the data of a page' },
    { href: `${top}${dataSchemas.symbols}`, type: 'application/schema+json', title: 'Schema of the names' },
    { href: `${top}${dataSchemas.site}`, type: 'application/schema+json', title: 'Schema of the routes' },
  ];
  const entry = {
    anchor: top,
    'service-doc': [{ href: top, type: 'text/html', title: site.title }],
    'service-desc': schemas,
    'service-meta': forPrograms,
  };
  return `${JSON.stringify({ linkset: [entry] }, undefined, 2)}\n`;
}
