// Public interface of `disk`: files as the system and git see them, its errors, and the caches kept between runs.

export { isWritten, mayBeLost, noteBoot, readBootId, type BootTime } from './boot-id.ts';
export { clearCache, measureCache, type CacheContents } from './cache-contents.ts';
export {
  findCacheFile,
  placeParts,
  putCacheFile,
  readCacheFile,
  readCacheParts,
  writeCacheFile,
  type CacheBody,
  type CachePart,
} from './cache-file.ts';
export { findCacheFolder } from './cache-folder.ts';
export { isIgnoredContent, isIgnoredPublic, publicFolderOf } from './content-folders.ts';
export { describeProgram, describeWholeProgram, type ProgramPart } from './describe-program.ts';
export { DiskFailed, findDiskError, isAbsent, reasonOf, type DiskError } from './disk-error.ts';
export { draftOf, isLeftDraft } from './drafts.ts';
export { isSameLook, lookAt, type FileState, type FileStates } from './file-state.ts';
export { describeIgnored, forgetIgnored } from './ignored-caches.ts';
export { holdSignals, isRunningProcess, keep, removeAtEnd, removeSurely, tryAgain } from './leftovers.ts';
export { hashFiles, lookAtFolder } from './look-at-folder.ts';
export { areInStates, lookAtMany } from './look-at-many.ts';
export { messageOf } from './message-of.ts';
export { move, moveNow, removeNow } from './move.ts';
export { makeFolder } from './make-folder.ts';
export { findMissingPart } from './missing-part.ts';
export { isEmptyFolder, readText } from './read-text.ts';
export { GitFailed, runGit } from './run-git.ts';
export { writeWhole } from './write-whole.ts';
