// A name → the parts between which it may break: behind the separators of names and paths, and before a capital letter.

/** Names up to this many characters fit everywhere, and are one part. */
const short = 24;

export function partsOfName(name: string): readonly string[] {
  return name.length <= short ? [name] : name.split(/(?<=[._\\/:])|(?<=[\p{Ll}\p{N}])(?=\p{Lu})/u);
}
