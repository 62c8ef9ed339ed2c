// Public interface of `model`: types only, one file per stage's output, and the interfaces of engines.

export type * from './data.ts';
export type * from './document.ts';
export type * from './engines.ts';
export type * from './page.ts';
export type * from './picture.ts';
export type * from './content-model.ts';
export type * from './resolved.ts';
export type * from './sample-syntax.ts';
export type * from './search-records.ts';
export type * from './site-data.ts';
export type * from './site.ts';
export type * from './stages.ts';
export type * from './view.ts';
