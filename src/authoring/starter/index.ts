// Public interface of `starter`: the files of a new repository, as texts.

export { starterContent, starterEntities, type Starter } from './starter-content.ts';
export { starterProject, joinPackageFile } from './starter-project.ts';
export { starterSamples } from './starter-samples.ts';
