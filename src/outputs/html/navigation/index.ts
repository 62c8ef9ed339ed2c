export { listLetters } from './list-letters.ts';
export { isWhole, mostLinks, narrowLevels, type LevelPart } from './narrow-tree.ts';
export { entriesAbove, makeSectionTree, routeThatOpens, type SectionTree, type TreeEntry } from './section-tree.ts';
export { sectionFile, writeSectionFiles } from './write-section-files.ts';
