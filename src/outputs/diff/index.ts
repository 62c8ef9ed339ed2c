// Public interface of `diff`: two exported references → the changes that readers see, and their formats.

export { checkVersions, type SmallStep } from './check-versions.ts';
export { diffReferences, findDifferences, groupDifferences, type DiffOptions } from './diff-references.ts';
export { describeDiff, formatJsonDiff } from './format-json.ts';
export { formatGithubDiff } from './format-github.ts';
export { formatHtmlDiff } from './format-html.ts';
export { formatMarkdownDiff, type MarkdownOptions } from './format-markdown.ts';
export { formatPrettyDiff } from './format-pretty.ts';
export { suggestRedirects, type RedirectSuggestion } from './suggest-redirects.ts';
export { countChanges, fails, sectionsOf, summarise, type DiffReport, type SideFacts } from './report.ts';
export type * from './change.ts';
