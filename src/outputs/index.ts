// Public interface of the outputs that Astro draws: the resolved model → the data of a site.

export { listCode } from './html/index.ts';
export { viewContent } from './view-content.ts';
