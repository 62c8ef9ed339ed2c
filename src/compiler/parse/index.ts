// The exports of `parse`: text → documents.

export { findDataFault, isData } from './find-data-fault.ts';
export { parseContent, type RecallDocument } from './parse-content.ts';
export { parseDataDocument } from './parse-document.ts';
export { parseText } from './markdown/parse-text.ts';
