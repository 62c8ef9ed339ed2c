// Public interface of `project`, the room that reads and writes content, sites and caches on the disk.

export { copyAssets } from './copy-assets.ts';
export type { SiteChanges } from './change-site.ts';
export { FolderWriter, hashFile, holdsText, listNames, readFolder } from './folder-files.ts';
export { BuildMemory, type BuildRecord, type BuildReport, type RouteRecord } from './build-memory.ts';
export { ReplacedPages } from './replaced-pages.ts';
export { replaceTrees } from './replace-trees.ts';
export { restylePages } from './restyle-pages.ts';
export { writePictures } from './write-pictures.ts';
export { FactsToKeep } from './facts-to-keep.ts';
export { openEdits, prepareEdits, type OpenedEdits } from './open-edits.ts';
export type { KeptBuild, KeptEdits } from './kept-build.ts';
export { compareSites, withFolderBeside } from './compare-sites.ts';
export { mergeSites, PartsRefused } from './merge-sites.ts';
export { RebaseRefused, rebaseSite } from './rebase-site.ts';
export { KeptPages } from './kept-pages.ts';
export { FormFailed } from './load-markdown-forms.ts';
export { readDataSchema } from './data-schemas.ts';
export { findDifferent, keepTimes, PageReuse, type TakingReason } from './page-reuse.ts';
export { findInside } from './find-inside.ts';
export { hasLostPages } from './lost-pages.ts';
export { ContentSession, type DrawableState } from './content-session.ts';
export { makeScratchFolder } from './scratch-folder.ts';
export {
  beginSite,
  checkContent,
  checkProjectSamples,
  NoContent,
  openAnswers,
  openContent,
  openProject,
  openSite,
  readPages,
  type Project,
} from './open-project.ts';
export { keyOf } from './check-cache.ts';
export { measurePages, measureTwins } from './measure-site.ts';
export { EarlyColours } from './early-colours.ts';
export { checkIcon } from './check-icon.ts';
export { drawIcons } from './write-pictures.ts';
export { writeEditedFiles, writeSiteFiles } from './write-site-files.ts';
export { sha256 } from './sha256.ts';
export { writeDataFiles } from './write-data-files.ts';
export { findLostFiles, SiteIncomplete } from './check-site-files.ts';
export { References, type ReferenceList, type SitePlace } from './references.ts';
export { heal, openOutput, type OutputBuild } from './output-folder.ts';
export { OutputRefused } from './output-place.ts';
export { markerFile, readMarker, writeMarker, type Shard } from './site-marker.ts';
export { listSiteFiles } from './site-files.ts';
export { Timeline } from './timings.ts';
export { watchContent } from './watch-content.ts';
export { contentOf, readContent, type ContentRead } from './read-content.ts';
export { FileChanged } from './open-file.ts';
export { ChangeRefused, type FileChange } from './prepare-change.ts';
export { readRenameHistory, writeRenameHistory } from './rename-history-file.ts';
export { hasKilled, undoKilled, type KilledChanges } from './undo-killed.ts';
export { writeChanges } from './write-changes.ts';
export { readSiteText } from './read-site-text.ts';
