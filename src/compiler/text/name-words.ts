// Names in code → their words.

/**
 * Inserts spaces where the casing of a name separates words: `listMetadata` → `list Metadata`, `ZoneID` → `Zone ID`.
 */
export function splitCasing(name: string): string {
  return name.replace(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, '$1 ').replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 ');
}

/** The words of a name with any casing, in lower case. Only ASCII letters and digits count, as usual in code. */
export function wordsOfName(name: string): readonly string[] {
  return splitCasing(name)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

export function capitalise(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Matches the places after separators of names and paths, and before capital letters. */
const seams = /(?<=[._\\/:#])|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u;

/** Splits a name or path into the parts between which a line may break. */
export function splitAtSeams(name: string): readonly string[] {
  return name.split(seams);
}

/** Names of at most this many characters fit on every line. */
const short = 24;

/** Splits a long name like `splitAtSeams`. A short name is one part. */
export function partsOfName(name: string): readonly string[] {
  return name.length <= short ? [name] : splitAtSeams(name);
}
