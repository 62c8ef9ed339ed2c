// Public interface of `source`: files, places in them, and the limits on their size.

export { bounds } from './bounds.ts';
export {
  codeMarks,
  mayHaveMarks,
  readCodeMarks,
  type CodeMark,
  type CommentSyntax,
  type MarkedCode,
} from './code-marks.ts';
export { findTooDeep } from './bracket-depth.ts';
export { typeOfSiteFile, typesByPath, typesForHosts } from './file-types.ts';
export { fenceLanguage, readFenceInfo, readLineSpans, type FencePart } from './fence-info.ts';
export { readDiff, type DiffLine } from './read-diff.ts';
export { readSession, type SessionLine, type SessionPrompt } from './read-session.ts';
export { makeScalarRanges, type ScalarSource, type ScalarStyle } from './scalar-map.ts';
export { isPublished, isExecutable, published, typeOf } from './asset-types.ts';
export {
  catalogName,
  dataSchemas,
  isFullTextPart,
  isServerFile,
  isTakenName,
  outputFiles,
  feedName,
  pageDataName,
  siteDataName,
  serverFiles,
  serverMark,
  schemasFolder,
  skillsFolder,
  skillsIndexName,
  twinNames,
  vercelStart,
} from './output-names.ts';
export { routeFrom, trimSlashes, withSlash } from './route-text.ts';
export { firstPartOf, isReplaced, withParts } from './twin-parts.ts';
export { LineIndex, pointAt, type Point, type Range, type SourceFile } from './source-file.ts';
