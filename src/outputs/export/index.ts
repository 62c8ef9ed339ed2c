// Public interface of `export`: the resolved model → versioned JSON.

export { exportReference } from './export-reference.ts';
