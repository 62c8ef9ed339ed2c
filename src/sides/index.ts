// Public interface of `sides`: a name of a version of a reference → the exported reference.

export { findMovedPages } from './find-moved-pages.ts';
export { listTags, type GitTag } from './list-tags.ts';
export { openEditedPage, type DriverFile } from './open-edited-page.ts';
export { openSide, SideRefused, type Side, type SideOptions } from './open-side.ts';
export { readSiteReference, type ReadSiteFile } from './open-site.ts';
