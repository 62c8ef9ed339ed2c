// The door of `check`: rules over the resolved model, and over its samples.

export { checkModel } from './check-model.ts';
export { checkSamples, findSampleFaults, samplesOf } from './check-samples.ts';
export { fillInvisible } from './invisible-characters.ts';
