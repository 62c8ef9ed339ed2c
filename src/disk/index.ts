// Public interface of `disk`: files as the system sees them, its errors, and the caches that are kept between runs.

export { clearCache, measureCache, type CacheContents } from './cache-contents.ts';
export { findCacheFile, isLeftDraft, putCacheFile, readCacheFile, writeCacheFile } from './cache-file.ts';
export { findCacheFolder } from './cache-folder.ts';
export { describeProgram, describeWholeProgram, type ProgramPart } from './describe-program.ts';
export { DiskFailed, findDiskError, isAbsent, reasonOf, type DiskError } from './disk-error.ts';
export { isSameLook, lookAt, type FileState, type FileStates } from './file-state.ts';
export { describeIgnored, forgetIgnored } from './ignored-caches.ts';
export { holdSignals, isRunningProcess, keep, removeAtEnd, removeSurely, tryAgain } from './leftovers.ts';
export { makeFolder } from './make-folder.ts';
export { findMissingPart } from './missing-part.ts';
export { isEmptyFolder, readText } from './read-text.ts';
export { writeWhole } from './write-whole.ts';
