// What the words of the interface are in any language: those of English, with other words.

import type { searchStrings, strings } from './en.ts';

type InAnyLanguage<T> = T extends string
  ? string
  : T extends (...args: infer Arguments) => string
    ? (...args: Arguments) => string
    : { readonly [Key in keyof T]: InAnyLanguage<T[Key]> };

export type Strings = InAnyLanguage<typeof strings>;
export type SearchStrings = InAnyLanguage<typeof searchStrings>;
