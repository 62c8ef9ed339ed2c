// Taking characters off the ends of a text in linear time. `/\/+$/` looks linear and is not: it begins anew at each
// slash of a run inside the text, and a run of 100,000 takes seconds.

/** A text without the characters at both ends that `isTrimmed` accepts. */
export function trimWhere(text: string, isTrimmed: (code: number) => boolean): string {
  let start = 0;
  let end = text.length;
  while (start < end && isTrimmed(text.charCodeAt(start))) start++;
  while (end > start && isTrimmed(text.charCodeAt(end - 1))) end--;
  return text.slice(start, end);
}

const slash = 0x2f;

/** A path without slashes at its ends: `/a/b/` → `a/b`. */
export function trimSlashes(path: string): string {
  return trimWhere(path, (code) => code === slash);
}

/** The route that an address of the site names, as all routes are compared: composed (NFC), without slashes at its ends. */
export function routeFrom(address: string): string {
  return trimSlashes(address).normalize('NFC');
}
