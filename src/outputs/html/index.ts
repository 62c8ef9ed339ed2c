// The resolved model → views that templates draw: what the other rooms may import.

export { pathOf, wayUp } from './addresses.ts';
export { listSearchRecords } from './search-records/search-records.ts';
export { listCode } from './code/panel-code.ts';
export { viewSite } from './view-site.ts';
