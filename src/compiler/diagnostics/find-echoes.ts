// Finds echoes: findings that are probably caused by a damaged file. An unknown name may be defined in the part of the
// file that could not be read. Echoes are not shown, so that one cause gives one diagnostic. Once the author has fixed
// the file, the findings that remain are real.

import type { Code, CodeArgs } from './catalogue.ts';

/** The parts of the content that could not be read. */
export interface Damage {
  /** Texts of pages that could be read only in part. */
  readonly pages: readonly string[];
  /** Whether the texts of some pages could not be read at all. */
  readonly hasLostPages: boolean;
  /** Folders, and links that may lead to folders, that could not be read. */
  readonly folders: ReadonlySet<string>;
  /** Sections whose navigation could not be read, or only in part. */
  readonly sections: ReadonlySet<string>;
  /** Stems of samples that could not be read. */
  readonly stems: ReadonlySet<string>;
  /** Text of `site.yaml`, if it could be read only in part. */
  readonly site?: string | undefined;
}

/** Whether a finding about another file may be an echo. */
export type IsEcho = <C extends Code>(code: C, args: CodeArgs<C>) => boolean;

type Named = { readonly name: string; readonly member?: string; readonly section?: string };

/** @returns a function that recognizes the echoes of this damage */
export function findEchoes(damage: Damage): IsEcho {
  const { pages, hasLostPages, folders, sections, stems, site } = damage;
  const hasLostSamples = [...folders].some((folder) => /(?:^|\/)_samples(?:\/|$)/.test(folder));
  let words: Words | undefined;
  const mayHold = (isHeld: (words: Words) => boolean): boolean =>
    hasLostPages || (pages.length > 0 && isHeld((words ??= collectWords(pages))));
  return (code, args) => {
    const { name = '', member = '', section = '' } = args as Named;
    const path = name.replace(/[()]/g, '').split('.');
    switch (code) {
      case 'unknown-placeholder':
        return mayHold(({ keys }) => path.every((segment) => keys.has(segment)));
      case 'placeholder-without-self':
        return mayHold(({ keys }) => [...path, 'self'].every((segment) => keys.has(segment)));
      case 'unknown-reference':
        return mayHold(({ entities }) => entities.has(path[0]!));
      case 'unknown-member':
        return mayHold(({ entities }) => entities.has(member));
      case 'unused-description':
        return mayHold(({ placeholders }) => placeholders.has(name));
      case 'page-without-navigation':
        return sections.has(section);
      case 'missing-sample':
      case 'incomplete-sample':
        return hasLostSamples || stems.has(name);
      case 'no-samples':
        return stems.size > 0 || folders.size > 0;
      case 'missing-file':
        return isIn(folders, name);
      case 'unknown-language':
      case 'unknown-component':
        return site?.includes(name) ?? false;
      default:
        return false;
    }
  };
}

/** Whether a path is one of the folders or lies in one of them. */
export function isIn(folders: ReadonlySet<string>, path: string): boolean {
  if (folders.size === 0) return false;
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
    if (folders.has(path.slice(0, end))) return true;
  return false;
}

/** Names that damaged pages may define or use, found by patterns, without parsing the YAML. */
interface Words {
  /** Words before a colon. A key with dots also counts as its parts. */
  readonly keys: ReadonlySet<string>;
  /** Values of `key:`. */
  readonly entities: ReadonlySet<string>;
  readonly placeholders: ReadonlySet<string>;
}

function collectWords(texts: readonly string[]): Words {
  const found = (pattern: RegExp): readonly string[] =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1]!));
  return {
    keys: new Set(found(/(?<![\w.])([\w.]+)["']?[ \t]*:/g).flatMap((key) => [key, ...key.split('.')])),
    entities: new Set(found(/\bkey["']?:[ \t]*["']?(\w+)/g)),
    placeholders: new Set(found(/\(([A-Za-z_][\w.]*)\)/g)),
  };
}
