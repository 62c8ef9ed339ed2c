// Views of pages: the data that templates draw.

export type * from './body.ts';
export type * from './changes.ts';
export type * from './code.ts';
export type * from './frame.ts';
export type * from './head.ts';
export type * from './navigation.ts';
export type * from './page.ts';
export type * from './tables.ts';
export type * from './twins.ts';
export type * from './words.ts';
