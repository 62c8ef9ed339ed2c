// Public interface of `astro`: the integration, and functions that draw a compiled site with it.

export { buildSite, type BuildOptions } from './build-site.ts';
export { listPages, oldPageAt, pageAt, type PageToDraw } from './pages/list-pages.ts';
export { openTreeDrawer } from './pages/tree-drawer.ts';
export type { ShownPage } from './dev-gate.ts';
export { devSite, type AstroServer, type DevOptions } from './dev-site.ts';
export type { DrawnPage } from './held-pages.ts';
export { answerNotFound, answerPublished } from './published.ts';
export { openPageServer, type PageServer, type ServedPage } from './serve-pages.ts';
export type { DrawingPlace } from './templates/place-error.ts';
export { stele, type SteleIntegration, type SteleOptions } from './integration.ts';
export { hasOwnCode } from './site-module.ts';
