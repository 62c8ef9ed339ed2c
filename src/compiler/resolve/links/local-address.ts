// An address of this site as written → its parts, and its path in the content folder. Names are composed (NFC) before
// they are compared (format.md 1.1).

/** An address without scheme and host, split at its `?` and `#`. */
export interface LocalAddress {
  /** Decoded and composed. `''` for a link within the page. */
  readonly path: string;
  /** The query with its `?`, as written. */
  readonly search?: string | undefined;
  /** The text after the `#`, decoded and composed. */
  readonly hash?: string | undefined;
}

/** Splits an address into its parts. */
export function readLocalAddress(url: string): LocalAddress {
  const [, path, search, hash] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url)!;
  return {
    path: decode(path!),
    search,
    hash: hash === undefined ? undefined : decode(hash),
  };
}

/**
 * The path of an address in the content folder. A path that begins with `/` begins at the top, others begin at
 * `folder`.
 * @returns undefined if the path leads out of the content folder
 */
export function pathFrom(folder: string, path: string): string | undefined {
  const segments = path.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** Decodes percent-encoding. A text with a malformed escape is not decoded. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
}
