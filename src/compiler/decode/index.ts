// The door of `decode`: documents → pages, navigation and site.

export { builtInLanguages } from './built-in-languages.ts';
export { partNames } from './part-names.ts';
export { decodeNavigation } from './decode-navigation.ts';
export { decodePage, folderOf, routeOf } from './decode-page.ts';
export { decodeSite, type DecodedSite } from './decode-site.ts';
export { makeJsonSchema, type SchemaName } from './json-schema.ts';
