// The door of `project`: the disk.

export { NoContent, openProject, openSite, type Project } from './open-project.ts';
export { heal, isSite, markerFile, openOutput, OutputRefused, writeMarker, type OutputBuild } from './output-folder.ts';
export { watchContent } from './watch-content.ts';
export { readContent, type ContentRead } from './read-content.ts';
