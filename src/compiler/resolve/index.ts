// The exports of `resolve`: the model → the resolved model.

export { EntityMemory } from './entity-memory.ts';
export { resolveModel } from './resolve-model.ts';
