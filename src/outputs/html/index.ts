// Public interface of `outputs/html`: the resolved model → views that templates draw.

export { pathOf, wayUp } from './addresses.ts';
export { listSearchRecords } from './search-records/search-records.ts';
export { findCard } from './head/view-cards.ts';
export { dependsOnLanguage } from './head/view-head.ts';
export { listCode } from './code/panel-code.ts';
export { viewSite } from './view-site.ts';
