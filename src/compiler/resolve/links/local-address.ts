// An address of this site as it is written → its parts, and the path from the content folder that it means. Names are
// composed (NFC) wherever they are compared (format.md 1.1).

/** An address without scheme and host, cut at its `?` and `#`. */
export interface LocalAddress {
  /** Decoded and composed; `''` for a link within the page. */
  readonly path: string;
  /** With its `?`, as written; absent where there is none. */
  readonly search?: string | undefined;
  /** Behind the `#`, decoded and composed; absent where there is none. */
  readonly hash?: string | undefined;
}

export function readLocalAddress(url: string): LocalAddress {
  const [, path, search, hash] = /^([^?#]*)(\?[^#]*)?(?:#(.*))?$/s.exec(url)!;
  return {
    path: decode(path!),
    search,
    hash: hash === undefined ? undefined : decode(hash),
  };
}

/** A path from the content folder: from its top where it begins with `/`, else from a folder. Undefined above the top. */
export function pathFrom(folder: string, path: string): string | undefined {
  const segments = path.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

/** Text with a malformed escape is taken as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text).normalize('NFC');
  } catch {
    return text.normalize('NFC');
  }
}
