// Names as code writes them → their words.

/** A name with spaces where its casing parts words: `listMetadata` → `list Metadata`, `ZoneID` → `Zone ID`. */
export function splitCasing(name: string): string {
  return name.replace(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, '$1 ').replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ');
}

/** The words of a name in any casing, in lower case: those of ASCII, since names of code are. */
export function wordsOfName(name: string): readonly string[] {
  return splitCasing(name)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

export function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Behind the separators of names and paths, and before a capital letter. */
const seams = /(?<=[._\\/:#])|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u;

/** The parts between which a name or path may break into lines. */
export function splitAtSeams(name: string): readonly string[] {
  return name.split(seams);
}

/** Names up to this many characters fit on every line. */
const short = 24;

/** The same of a long name; a short one is one part. */
export function partsOfName(name: string): readonly string[] {
  return name.length <= short ? [name] : splitAtSeams(name);
}
