// The exports of `check`: the rules for the resolved model, and those for its samples.

export { CheckMemory } from './check-memory.ts';
export { checkModel } from './check-model.ts';
export { checkSamples, findSampleFaults, samplesOf } from './check-samples.ts';
export { fillInvisible } from './invisible-characters.ts';
