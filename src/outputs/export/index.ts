// Public interface of `export`: the resolved model → versioned JSON.

export { exportReference, referenceVersion } from './export-reference.ts';
export type * from './reference-data.ts';
