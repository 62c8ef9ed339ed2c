// Public interface of `dev`: the server of `stele dev`.

export { startDevServer, type DevOptions, type DevServer, type SiteState } from './dev-server.ts';
export { editorNames } from './editor-links.ts';
