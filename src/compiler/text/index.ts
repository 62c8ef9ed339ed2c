// Public interface of `text`: pure functions over strings, without knowledge of Stele.

export { countByteOrderMarks } from './byte-order-marks.ts';
export { anyPattern } from './any-pattern.ts';
export { calloutKind, type CalloutKind } from './callout-kind.ts';
export { compareText } from './compare-text.ts';
export { countEdits } from './edit-distance.ts';
export { encodePath, escapeHtml, escapePattern, escapeText, quoteYaml } from './escape.ts';
export { capitalise, partsOfName, splitAtSeams, splitCasing, wordsOfName } from './name-words.ts';
export { joinParts, partPath, partsAfter } from './parts.ts';
export { replaceOnce } from './replace-once.ts';
export { NameIndex, suggest } from './suggest.ts';
export { countCells } from './table-cells.ts';
export { endWhere, isLineBreak, isWordCode, trimEndWhere, trimWhere } from './trim.ts';
