// Public interface of `edit`: plans changes of content as text edits, and checks their result before they are written.

export { newFindings, type CompileAgain } from './compile-again.ts';
export { draftEntity } from './draft-entity.ts';
export { draftPage } from './draft-page.ts';
export { draftSamples } from './draft-samples.ts';
export { tryDraft, type Draft } from './draft.ts';
export type { Refused } from './refusal.ts';
export { renameDescription, type Rename } from './rename-description.ts';
export type { RenameRecord } from './rename-history.ts';
export { editFiles, editText, withoutDuplicates, type Edit, type FileEdits } from './text-edit.ts';
export {
  columnOf,
  isFirstOnLine,
  isFlowCollection,
  isShared,
  lineBreakOf,
  lineStart,
  nextLineStart,
} from './yaml-layout.ts';
