// The type of the interface's words, which has the keys of the English ones.

import type { pageMenuStrings, scriptStrings, searchStrings, strings } from './en.ts';

type InAnyLanguage<T> = T extends string
  ? string
  : T extends (...args: infer Arguments) => string
    ? (...args: Arguments) => string
    : { readonly [Key in keyof T]: InAnyLanguage<T[Key]> };

export type Strings = InAnyLanguage<typeof strings>;
export type ScriptStrings = InAnyLanguage<typeof scriptStrings>;
export type PageMenuStrings = InAnyLanguage<typeof pageMenuStrings>;
export type SearchStrings = InAnyLanguage<typeof searchStrings>;
