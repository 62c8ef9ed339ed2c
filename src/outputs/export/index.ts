// Public interface of `export`: the resolved model → versioned JSON.

export { exportPage } from './export-page.ts';
export { exportRedirects, exportReference, exportSite, referenceVersion } from './export-reference.ts';
export type * from './reference-data.ts';
