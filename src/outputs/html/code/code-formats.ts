// The label and grammar of code, by its file extension or the name after its fence.

import type { Language } from '../../../compiler/model/index.ts';
import { findCodeLanguage, type CodeLanguage } from '../../../compiler/languages/index.ts';

/** The site's language that a fence names: by its id, its grammar or an extension of its samples, ignoring case. */
export function ownerOf(name: string | undefined, languages: readonly Language[]): Language | undefined {
  const key = name?.toLowerCase();
  const isNamed = ({ grammar, extensions }: Language): boolean =>
    grammar.toLowerCase() === key || extensions.some((extension) => extension.toLowerCase() === `.${key}`);
  return (
    languages.find(({ id }) => id === key) ??
    languages.find(({ extensions: [preferred] }) => preferred?.toLowerCase() === `.${key}`) ??
    languages.find(isNamed)
  );
}

/** Names that mean a format even if a language of the site has this extension: `sh` is a shell, not curl. */
const formats: ReadonlySet<string> = new Set(
  'json http txt text xml yaml yml html css md mdx sh bash shell zsh javascript ts typescript tsx jsx csharp'.split(
    ' ',
  ),
);

/** The format for the name after a fence. An unknown name becomes the label. */
export function formatOf(name: string | undefined, languages: readonly Language[]): CodeLanguage {
  if (name === undefined) return { label: '', grammar: 'text' };
  const known = findCodeLanguage(name);
  if (known && formats.has(name.toLowerCase())) return known;
  return ownerOf(name, languages) ?? known ?? { label: name, grammar: name };
}

/** The grammars that the code blocks of pages most likely need, before the pages are parsed. */
export function listFenceGrammars(texts: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const text of texts) {
    for (const [, name] of text.matchAll(/^[ \t>]*(?:`{3,}|~{3,})[ \t]*([\w+#-]+)/gm)) names.add(name!);
  }
  return [...new Set([...names].map((name) => formatOf(name, []).grammar))];
}

/**
 * The name of code that readers of Markdown know: that of its grammar. Only the grammar of TypeScript colours another
 * language, JavaScript.
 * @param name the name behind the fence, or the file extension without the dot
 */
export function fenceName({ grammar, name }: { readonly grammar: string; readonly name: string }): string {
  const label = findCodeLanguage(name)?.label;
  if (/^(?:typescript|tsx)$/.test(grammar) && /^(?:JavaScript|JSX)$/.test(label ?? '')) return label!.toLowerCase();
  return grammar === 'shellscript' ? 'sh' : grammar;
}
