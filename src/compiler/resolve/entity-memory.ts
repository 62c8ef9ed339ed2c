// Remembers the resolved entities of each page, with every question that resolving them asked of the model. If all
// questions still have the same answers, the entities are the same. Pages with findings are always resolved anew.

import type {
  CollectedEntity,
  ContentModel,
  LanguageId,
  MarkdownText,
  Page,
  SiteConfig,
  TypeText,
} from '../model/index.ts';
import { resolveEntities, type EntityContext, type PageEntities } from './resolve-entities.ts';

/** The questions that resolving one page asked, and the answers. */
interface Questions {
  /** Texts by path of the description. */
  readonly texts: Map<string, MarkdownText | undefined>;
  /** Entities by language and key. */
  readonly entities: Map<string, Lookup>;
  readonly types: Map<string, TypeLookup>;
  /** Whether something was reported, or looked up in a way that is not recorded. */
  isOpen: boolean;
}

interface Lookup {
  readonly language: LanguageId;
  readonly key: string;
  readonly found: readonly CollectedEntity[];
}

interface TypeLookup {
  readonly page: Page;
  readonly language: LanguageId;
  readonly type: string;
  readonly found: TypeText;
}

interface Remembered {
  /** The settings that resolving entities reads. */
  readonly settings: string;
  readonly questions: Questions;
  readonly result: PageEntities;
}

/** Keep one for each content folder. It changes no result, only the time that it takes. */
export class EntityMemory {
  readonly #settings = new WeakMap<SiteConfig, string>();
  readonly #byPage = new WeakMap<Page, Remembered>();

  /** As `resolveEntities`; the entities are the objects of an earlier call if nothing that they show has changed. */
  resolve(context: EntityContext, page: Page): PageEntities {
    const { site } = context.model;
    const settings = this.#settings.get(site) ?? describeSettings(site);
    this.#settings.set(site, settings);
    const last = this.#byPage.get(page);
    if (last?.settings === settings && isSame(last.questions, context)) return last.result;
    const questions: Questions = { texts: new Map(), entities: new Map(), types: new Map(), isOpen: false };
    const result = resolveEntities(record(context, questions), page);
    if (questions.isOpen) this.#byPage.delete(page);
    else this.#byPage.set(page, { settings, questions, result });
    return result;
  }
}

function describeSettings({ languages, variants }: SiteConfig): string {
  return JSON.stringify([languages.map(({ id }) => id), [...variants]]);
}

/** Whether all questions have the same answers. It marks the descriptions as used, as resolving does. */
function isSame({ texts, entities, types }: Questions, { model, descriptions, resolveType }: EntityContext): boolean {
  for (const { language, key, found } of entities.values()) {
    const now = model.entities.get(language)?.get(key) ?? [];
    if (now.length !== found.length) return false;
    if (!now.every(({ page, entity }, i) => page === found[i]!.page && entity === found[i]!.entity)) return false;
  }
  for (const { page, language, type, found } of types.values()) {
    if (!isSameType(found, resolveType(page, language, type))) return false;
  }
  // Whatever is asked for here is used, even if another question differs: resolving asks for it again.
  for (const [path, text] of texts) if (descriptions.find(path) !== text) return false;
  return true;
}

/** Both are the same text. */
function isSameType(a: TypeText, b: TypeText): boolean {
  return (
    a.length === b.length &&
    a.every(({ text, target }, i) => {
      const other = b[i]!;
      return text === other.text && target?.route === other.target?.route && target?.id === other.target?.id;
    })
  );
}

/** The same context, which records the questions. */
function record({ model, descriptions, resolveType, report }: EntityContext, questions: Questions): EntityContext {
  return {
    model: { ...model, entities: recordEntities(model.entities, questions) },
    descriptions: {
      used: descriptions.used,
      find(path) {
        const text = descriptions.find(path);
        questions.texts.set(path, text);
        return text;
      },
      resolve(description) {
        const text = descriptions.resolve(description);
        if (description?.kind !== 'placeholder') return text;
        // Whether a placeholder without a text is reported depends on more than its text.
        if (text === undefined) questions.isOpen = true;
        questions.texts.set(description.path, text);
        return text;
      },
    },
    resolveType(page, language, type) {
      const found = resolveType(page, language, type);
      questions.types.set(`${page.route}\n${language}\n${type}`, { page, language, type, found });
      return found;
    },
    report(code, place, args) {
      questions.isOpen = true;
      report(code, place, args);
    },
  };
}

function recordEntities(all: ContentModel['entities'], questions: Questions): ContentModel['entities'] {
  const ofLanguage = (language: LanguageId): ReadonlyMap<string, readonly CollectedEntity[]> => {
    const entities = all.get(language) ?? new Map<string, readonly CollectedEntity[]>();
    return reading(entities, questions, (key) => {
      const found = entities.get(key);
      questions.entities.set(`${language}\n${key}`, { language, key, found: found ?? [] });
      return found;
    });
  };
  return reading(all, questions, ofLanguage);
}

/** A map whose entries are read with `get`. Whoever reads it in another way reads everything. */
function reading<V>(
  map: ReadonlyMap<string, V>,
  questions: Questions,
  get: (key: string) => V | undefined,
): ReadonlyMap<string, V> {
  return new Proxy(map, {
    get(target, name) {
      if (name === 'get') return get;
      questions.isOpen = true;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
