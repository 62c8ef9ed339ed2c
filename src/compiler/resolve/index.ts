// The exports of `resolve`: the model → the resolved model.

export { EntityMemory } from './entity-memory.ts';
export { linkableOf, type Linkable, type LinkablePage } from './links/index.ts';
export { makeDescriptions } from './resolve-descriptions.ts';
export { resolvePage, resolvePageLinks, type PageContext } from './resolve-page.ts';
export { makeResolveType } from './resolve-types.ts';
export { resolveModel } from './resolve-model.ts';
