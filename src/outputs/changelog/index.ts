// Public interface of `changelog`: exported references of tags → pages and Atom feeds of what they change.

export { feedMark } from './format-feed.ts';
export { pageMark } from './format-page.ts';
export { compareRelease, unreadableRelease, type Release, type Tag, type TaggedReference } from './release.ts';
export { writeChangelog, type Changelog, type ChangelogOptions } from './write-changelog.ts';
