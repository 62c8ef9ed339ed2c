// The `languages` of `site.yaml`: ids that need no more, and maps that override the built-in values or bring their own.

import type { DataNode, Language, LanguagePackage, ListNode, MapNode } from '../model/index.ts';
import { quote, suggest } from '../diagnostics/index.ts';
import { codeLanguageNames, findCodeLanguage, wireLanguage, type Casing } from '../languages/index.ts';
import { builtInLanguages } from './built-in-languages.ts';
import { decodeWords, MapReader, readWebAddress, refuse, requireKeys, type DecodeContext } from './map-reader.ts';
import { casings, languageShape, packageShape } from './shapes.ts';

/** Decodes the list; an entry that cannot be read is reported and left out, as is the second of two with one id. */
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

/** What a language's id may be: it is a segment of addresses. */
const languageIdPattern = /^[a-z][a-z0-9-]*$/;

function decodeLanguage(context: DecodeContext, node: DataNode): Language | undefined {
  if (node.kind === 'scalar' && node.type !== 'null') return languageOf(context, node.value, node);
  if (node.kind !== 'map') {
    refuse(context, 'languages', node, 'a list of ids, or of maps with an `id`');
    return undefined;
  }
  const map = new MapReader(context, node, languageShape);
  requireKeys(context, node, map, languageShape);
  const id = map.trimmed('id')?.value;
  const base = id === undefined ? undefined : languageOf(context, id, map.any('id')!);
  if (base === undefined) return undefined;
  const extensions = decodeExtensions(context, map.list('extensions'));
  const packageMap = map.map('package');
  return {
    id: base.id,
    label: map.trimmed('label')?.value ?? base.label,
    extensions: extensions.length > 0 ? extensions : base.extensions,
    grammar: decodeGrammar(context, map.any('grammar'), map.trimmed('grammar')?.value) ?? base.grammar,
    casing: decodeCasing(context, map.any('casing')) ?? base.casing,
    ...(packageMap ? { package: decodePackage(context, packageMap) } : {}),
  };
}

/** The grammar of a name, by any name that a fence may have too; undefined (and reported) where there is none. */
function decodeGrammar(
  context: DecodeContext,
  node: DataNode | undefined,
  name: string | undefined,
): string | undefined {
  if (node === undefined || name === undefined) return undefined;
  const grammar = findCodeLanguage(name)?.grammar;
  if (grammar !== undefined) return grammar;
  const near = suggest(name.toLowerCase(), codeLanguageNames());
  const hint =
    near === undefined
      ? 'Write the name of a similar language, or `text` for code without colours.'
      : `Did you mean \`${near}\`?`;
  refuse(context, 'grammar', node, 'the name of a grammar that Shiki has', hint);
  return undefined;
}

/** The last part of a sample's file name, from its dot on. */
const extensionPattern = /^\.[A-Za-z0-9_+-]+$/;

function decodeExtensions(context: DecodeContext, node: ListNode | undefined): readonly string[] {
  const wrong = node?.items.filter((item) => item.kind === 'scalar' && !extensionPattern.test(item.value)) ?? [];
  for (const item of wrong) {
    const written = item.kind === 'scalar' ? item.value.trim().replace(/^\*?\.?/, '.') : '';
    const hint = extensionPattern.test(written) ? `Write \`${written}\`.` : undefined;
    refuse(context, 'extensions', item, 'extensions with their dot, such as `.kt`', hint);
  }
  return decodeWords(context, 'extensions', node).filter((extension) => extensionPattern.test(extension));
}

/** A casing or a list of them; undefined (and reported) for anything else. */
function decodeCasing(context: DecodeContext, node: DataNode | undefined): readonly Casing[] | undefined {
  if (node === undefined) return undefined;
  const items = node.kind === 'list' ? node.items : [node];
  const wrong = items.find((item) => item.kind !== 'scalar' || !(casings as readonly string[]).includes(item.value));
  if (wrong === undefined && items.length > 0) return items.map((item) => (item as { value: string }).value as Casing);
  refuse(context, 'casing', wrong ?? node, '`snake`, `camel`, `pascal`, or a list of them');
  return undefined;
}

function languageOf(context: DecodeContext, id: string, node: DataNode): Language | undefined {
  if (id === wireLanguage) {
    refuse(context, 'id', node, 'anything but `json`, which stands in for languages without a form of their own');
    return undefined;
  }
  if (languageIdPattern.test(id)) {
    return (
      builtInLanguages.find((language) => language.id === id) ?? {
        id,
        label: id,
        extensions: [`.${id}`],
        grammar: id,
        casing: [],
      }
    );
  }
  refuse(context, 'id', node, 'lower-case letters, digits and `-`, since it is part of addresses', lowered(id));
  return undefined;
}

function lowered(id: string): string | undefined {
  const lower = id.toLowerCase().replace(/[\s_]+/g, '-');
  return languageIdPattern.test(lower) && lower !== wireLanguage ? `Write ${quote(lower)}.` : undefined;
}

function decodePackage(context: DecodeContext, node: MapNode): LanguagePackage | undefined {
  const map = new MapReader(context, node, packageShape);
  requireKeys(context, node, map, packageShape);
  const name = map.trimmed('name')?.value;
  if (name === undefined) return undefined;
  return {
    name,
    version: map.trimmed('version')?.value,
    install: map.trimmed('install')?.value,
    url: readWebAddress(context, map.trimmed('url'))?.value,
  };
}
