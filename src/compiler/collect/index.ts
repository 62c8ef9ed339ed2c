// The exports of `collect`: pages → one model.

export { collectModel } from './collect-model.ts';
export { collectSamples } from './collect-samples.ts';
