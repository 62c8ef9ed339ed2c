// The door of `check`: rules over the resolved reference, and over its samples.

export { checkReference } from './check-reference.ts';
export { checkSamples, findSampleFaults, samplesOf } from './check-samples.ts';
export { fillInvisible } from './invisible-characters.ts';
