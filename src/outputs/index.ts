// The door of the outputs that are drawn: the resolved model → the data of a site.

export { listCode } from './html/index.ts';
export { viewContent } from './view-content.ts';
