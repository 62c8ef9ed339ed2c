// Public interface of `astro`: the integration, and functions that draw a compiled site with it.

export { buildSite, type BuildOptions } from './build-site.ts';
export { listPages } from './pages/list-pages.ts';
export { devSite, type DevOptions, type DevServer } from './dev-site.ts';
export { stele, type SteleOptions } from './integration.ts';
