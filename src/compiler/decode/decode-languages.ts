// `languages` of `site.yaml`: ids, or maps that override built-in values or define a new language.

import { languageShape, packageShape, siteShape, type EitherSpec } from '../format/index.ts';
import { findCodeLanguage, type Casing } from '../languages/index.ts';
import type { DataNode, Language, LanguagePackage, ListNode, MapNode } from '../model/index.ts';
import { builtInLanguages } from './built-in-languages.ts';
import { MapReader } from './map-reader.ts';
import { readTextOrMap } from './read-values.ts';
import type { DecodeContext } from './refuse.ts';

/** Decodes the list. Entries that cannot be read, and duplicate ids, are reported and left out. */
export function decodeLanguages(context: DecodeContext, node: ListNode): readonly Language[] {
  const languages: Language[] = [];
  for (const item of node.items) {
    const language = decodeLanguage(context, item);
    if (language && languages.some((other) => other.id === language.id)) {
      context.report('duplicate-key', { file: context.file, range: item.range }, { name: language.id });
    } else if (language) {
      languages.push(language);
    }
  }
  return languages;
}

const entrySpec = siteShape.keys.languages.value.items() as EitherSpec;

function decodeLanguage(context: DecodeContext, node: DataNode): Language | undefined {
  const entry = readTextOrMap(context, 'languages', node, entrySpec, true);
  if (entry === undefined) return undefined;
  if ('value' in entry) return languageOf(entry.value);
  const map = new MapReader(context, entry, languageShape);
  map.require();
  const id = map.text('id')?.value;
  if (id === undefined) return undefined;
  const base = languageOf(id);
  const extensions = map.texts('extensions').map(({ value }) => value);
  const casing = map.texts('casing').map(({ value }) => value as Casing);
  const grammar = map.choice('grammar');
  const packageMap = map.map('package');
  return {
    id,
    label: map.text('label')?.value ?? base.label,
    extensions: extensions.length > 0 ? extensions : base.extensions,
    grammar: grammar === undefined ? base.grammar : findCodeLanguage(grammar)!.grammar,
    casing: casing.length > 0 ? casing : base.casing,
    package: packageMap && decodePackage(context, packageMap),
  };
}

/** The built-in values of a language; for other languages, defaults made from the id. */
function languageOf(id: string): Language {
  const builtIn = builtInLanguages.find((language) => language.id === id);
  return builtIn ?? { id, label: id, extensions: [`.${id}`], grammar: id, casing: [] };
}

function decodePackage(context: DecodeContext, node: MapNode): LanguagePackage | undefined {
  const map = new MapReader(context, node, packageShape);
  map.require();
  const name = map.text('name')?.value;
  const [version, install, url] = [map.text('version'), map.text('install'), map.text('url')];
  return name === undefined ? undefined : { name, version: version?.value, install: install?.value, url: url?.value };
}
