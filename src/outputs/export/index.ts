// The door of `export`: a compiled reference → versioned JSON.

export { exportReference } from './export-reference.ts';
