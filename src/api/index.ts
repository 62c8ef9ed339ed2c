// Public interface of `api`: compiling a content folder, and the views of its pages.

export { compileFolder, type CompiledFolder, type CompileFolderOptions } from './compile-folder.ts';
export { openViews, type SiteViews } from './open-views.ts';
