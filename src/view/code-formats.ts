// How code is called and coloured, by the extension of its file or the name behind its fence.

import type { Language } from '../model/index.ts';

/** What a language or format is called in a block's head, and the grammar that colours it. */
export interface CodeFormat {
  readonly label: string;
  readonly grammar: string;
}

/** Formats that are no language of the site. By extension or fence name. */
const formats: Readonly<Record<string, CodeFormat>> = {
  json: { label: 'JSON', grammar: 'json' },
  http: { label: 'HTTP', grammar: 'http' },
  txt: { label: 'Text', grammar: 'text' },
  text: { label: 'Text', grammar: 'text' },
  xml: { label: 'XML', grammar: 'xml' },
  yaml: { label: 'YAML', grammar: 'yaml' },
  yml: { label: 'YAML', grammar: 'yaml' },
  html: { label: 'HTML', grammar: 'html' },
  css: { label: 'CSS', grammar: 'css' },
  md: { label: 'Markdown', grammar: 'markdown' },
  mdx: { label: 'MDX', grammar: 'mdx' },
  bash: { label: 'Shell', grammar: 'shellscript' },
  sh: { label: 'Shell', grammar: 'shellscript' },
  shell: { label: 'Shell', grammar: 'shellscript' },
  javascript: { label: 'JavaScript', grammar: 'typescript' },
  ts: { label: 'TypeScript', grammar: 'typescript' },
  typescript: { label: 'TypeScript', grammar: 'typescript' },
  tsx: { label: 'TSX', grammar: 'tsx' },
  jsx: { label: 'JSX', grammar: 'tsx' },
  csharp: { label: 'C#', grammar: 'csharp' },
};

/** The language that a fence names, by its id, its grammar or an extension of its samples. */
export function ownerOf(name: string | undefined, languages: readonly Language[]): Language | undefined {
  return languages.find(
    ({ id, grammar, extensions }) => name !== undefined && (id === name || grammar === name || extensions.includes(`.${name}`)),
  );
}

/** What fences name a grammar by beside its own name, and what the blocks are headed. */
export function fenceNames(grammar: string): readonly string[] {
  return Object.entries(formats).flatMap(([name, format]) => (format.grammar === grammar ? [name, format.label] : []));
}

/** The format of a name behind a fence; one that nobody knows is its own label. */
export function formatOf(name: string | undefined, languages: readonly Language[]): CodeFormat {
  if (name === undefined) return { label: '', grammar: 'text' };
  return (Object.hasOwn(formats, name) ? formats[name] : undefined) ?? ownerOf(name, languages) ?? { label: name, grammar: name };
}
