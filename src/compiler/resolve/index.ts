// The exports of `resolve`: the model → the resolved model.

export { resolveModel } from './resolve-model.ts';
