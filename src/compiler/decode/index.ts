// Public interface of `decode`: documents → pages, navigation and site.

export { builtInLanguages, commonLanguages } from './built-in-languages.ts';
export { partNames } from './part-names.ts';
export { decodeContent, languageIds, type RecallPage } from './decode-content.ts';
export { decodePage, folderOf, routeOf } from './decode-page.ts';
export { makeJsonSchema, type SchemaName } from './json-schema.ts';
