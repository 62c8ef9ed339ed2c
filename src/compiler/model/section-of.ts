// A route → the section that it is in.

/** Whether a route is that of a folder's page, or below it. */
export function isBelow(path: string, route: string): boolean {
  return route === path || route.startsWith(`${path}/`);
}

/** The section whose path is the longest prefix of a route; undefined for a page outside of all sections. */
export function sectionOf<Section extends { readonly path: string }>(
  sections: readonly Section[],
  route: string,
): Section | undefined {
  let found: Section | undefined;
  for (const section of sections)
    if (isBelow(section.path, route) && (found === undefined || section.path.length > found.path.length))
      found = section;
  return found;
}
