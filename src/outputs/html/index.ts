// The door of `view`: the resolved reference → what templates draw.

export { pathOf, wayUp } from './addresses.ts';
export { listSearchRecords } from './search-records.ts';
export { listCode } from './panel-code.ts';
export { viewSite } from './view-site.ts';
