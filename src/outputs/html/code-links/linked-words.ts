// The reference → what a link from a word of a sample depends on, word by word. A sample may link only where it has the
// name of an entity or a row. So its links are equal if the descriptions of all its words are equal.

import {
  rowsOf,
  typeText,
  type CollectedSample,
  type EntityForm,
  type ResolvedItem,
  type ResolvedModel,
  type ResolvedPage,
} from '../../../compiler/model/index.ts';
import { collectPaths } from './curl-links.ts';
import { describeItem } from './documented-members.ts';
import { lastWord, packageWordsIn } from './documented-names.ts';

/** A name, with its `$`. Names of other forms are not found in code. */
const word = /\$?[\p{L}\p{N}_]+/gu;

/** Describes what the words of samples may link to. */
export class LinkedWords {
  readonly #resolved: ResolvedModel;
  readonly #words = new WeakMap<CollectedSample, readonly string[]>();
  readonly #shorten: (text: string) => string;
  #byWord: ReadonlyMap<string, string> | undefined;

  /**
   * @param shorten makes a short text that differs for different texts
   * @param known what `byWord` was for a site with the same names
   */
  constructor(resolved: ResolvedModel, shorten: (text: string) => string, known?: ReadonlyMap<string, string>) {
    this.#resolved = resolved;
    this.#shorten = shorten;
    this.#byWord = known;
  }

  /** Short texts about all words that are names of the reference. */
  get byWord(): ReadonlyMap<string, string> {
    return (this.#byWord ??= describeWords(this.#resolved, this.#shorten));
  }

  /** Everything that links of all samples depend on: documented paths, and the words of packages. */
  describeAll(): string {
    const { site } = this.#resolved;
    const words = site.languages.map((language) => [...packageWordsIn(this.#resolved, language)].sort());
    return JSON.stringify([words, collectPaths(this.#resolved)]);
  }

  /** Everything that the links of the samples of a page depend on, except its own entities. */
  describePage({ blocks }: ResolvedPage): string {
    const { byWord } = this;
    const words = new Set<string>();
    for (const { samples, fence } of blocks.flatMap(({ panels }) => panels)) {
      for (const name of fence ? this.#wordsOf(fence.code) : []) words.add(name);
      for (const sample of samples.values()) {
        const known = this.#words.get(sample) ?? this.#wordsOf(sample.text);
        this.#words.set(sample, known);
        for (const name of known) words.add(name);
      }
    }
    return [...words]
      .sort()
      .map((name) => `${name} ${byWord.get(name)}`)
      .join('\n');
  }

  /** The words of a code that are names of the reference. */
  #wordsOf(code: string): readonly string[] {
    const words = new Set<string>();
    for (const [name] of code.matchAll(word)) {
      if (this.byWord.has(name)) words.add(name);
      if (name.startsWith('$') && this.byWord.has(name.slice(1))) words.add(name.slice(1));
    }
    return [...words];
  }
}

/** Most texts of a word that are kept before they are shortened. Those of all words take much memory at once. */
const maxTexts = 32;

function describeWords({ pages }: ResolvedModel, shorten: (text: string) => string): ReadonlyMap<string, string> {
  const byWord = new Map<string, string[]>();
  const add = (name: string | undefined, text: string): void => {
    for (const [found] of (name ?? '').matchAll(word)) {
      const known = byWord.get(found);
      if (known === undefined) byWord.set(found, [text]);
      else if (known.push(text) === maxTexts) known.splice(0, maxTexts, shorten(known.join('\n')));
    }
  };
  for (const { route, entities } of pages.values()) {
    const languagesOf = shownLanguages(entities.map(({ forms }) => forms));
    for (const { id, forms } of entities) {
      for (const [language, form] of forms) {
        const { key, title, patternBefore } = form.entity;
        const place = `${route} ${id} ${language} ${form.source} ${form.kind}`;
        const returned = form.lists.find(({ name }) => name === 'returns')?.items ?? [];
        const own = [title?.value, patternBefore?.value, returned.map(describeItem)];
        add(key.value, `${place} ${key.value} ${JSON.stringify(own)}`);
        const visit = (item: ResolvedItem, above: string, isParameter: boolean): void => {
          const text = `${above} > ${describeItem(item)} ${languagesOf.get(item.anchor ?? '') ?? ''}`;
          add(item.name, text);
          // The type of an options object is a name too, with a qualifier before it.
          const options = isParameter && item.children.length > 0 ? typeText(item.type) : '';
          add(lastWord(options), `${text} ${options}`);
          for (const child of item.children) visit(child, text, false);
        };
        for (const { name, items } of form.lists) {
          for (const item of items) visit(item, `${place} ${name}`, name === 'parameters');
        }
      }
    }
  }
  return new Map([...byWord].map(([name, texts]) => [name, shorten(texts.join('\n'))]));
}

/** The languages in which a page shows each anchor. */
function shownLanguages(entities: readonly ReadonlyMap<string, EntityForm>[]): ReadonlyMap<string, string> {
  const languages = new Map<string, string>();
  for (const forms of entities) {
    for (const [language, form] of forms) {
      for (const { anchor, display } of rowsOf(form)) {
        if (anchor === undefined || display === 'unwrap') continue;
        languages.set(anchor, `${languages.get(anchor) ?? ''} ${language}`);
      }
    }
  }
  return languages;
}
