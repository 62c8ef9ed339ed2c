// A page → what the links in its samples depend on.

import type { Language, ResolvedModel, ResolvedPage, ResolvedPanel } from '../../../compiler/model/index.ts';
import { codeOfPanel, writtenOf } from '../code/panel-code.ts';
import type { CodeLinker } from './code-linker.ts';

/** Describes what the links of samples depend on, beside the samples. */
export class SampleLinks {
  readonly #resolved: ResolvedModel;
  readonly #linker: CodeLinker;

  constructor(resolved: ResolvedModel, linker: CodeLinker) {
    this.#resolved = resolved;
    this.#linker = linker;
  }

  /** What the links of all samples depend on: the words of packages. */
  describePackages(): string {
    const words = this.#resolved.site.languages.map((language) => [...this.#linker.packageWordsOf(language)].sort());
    return JSON.stringify(words);
  }

  /** What the links of the samples of a page depend on: the part of the reference that they can reach. */
  describePage({ route, blocks }: ResolvedPage): string {
    const { languages } = this.#resolved.site;
    const words = new Map<string, ReadonlySet<string>>();
    let described = '';
    for (const { panels, entity } of blocks) {
      const hasRequest = panels.length > 1;
      for (const panel of panels) {
        for (const language of languages) {
          const written = isShown(panel, language) ? writtenOf(panel, language, languages) : undefined;
          if (written === undefined) continue;
          const { code, format, language: writtenIn } = written;
          const isJson = format.grammar === 'json';
          // Most samples are the same in all languages, or in one of them.
          const known = words.get(code) ?? wordsOf(code);
          words.set(code, known);
          const readText = (): string => codeOfPanel(panel, language, languages)!.text;
          const linked = { route, language, writtenIn, isJson, hasRequest, entity };
          described += `${this.#linker.describe(known, readText, linked)}\n`;
        }
      }
    }
    return described;
  }
}

/** A panel for one language, or one that another replaces, has no links in other languages. */
function isShown({ language, replacedIn }: ResolvedPanel, { id }: Language): boolean {
  return (language === undefined || language === id) && replacedIn?.has(id) !== true;
}

/** A word of a code. Colours may separate the `$` from its word. */
const word = /\d\w*|\$?[\p{L}_][\p{L}\p{N}_]*/gu;

function wordsOf(code: string): ReadonlySet<string> {
  const words = new Set(code.match(word) ?? []);
  for (const found of words) if (found.startsWith('$')) words.add(found.slice(1));
  return words;
}
