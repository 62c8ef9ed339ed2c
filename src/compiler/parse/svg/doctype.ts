// The document type of an SVG → the names that it gives to addresses, as Illustrator writes them for namespaces.

const head = /^\s*svg(?:\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [\w. ]+\/\/EN"(?:\s+"[\w:/.-]+")?)?\s*(?:\[([^]*)\]\s*)?$/;

/** One declaration: what it stands for is an address and nothing else, so it can bring no markup. */
const declaration = /^<!ENTITY\s+(ns_\w+)\s+"(https?:\/\/[\w./:#-]*)"\s*>\s*/;

const mostDeclarations = 100;

/** Names and what they stand for, in order; undefined where it declares anything else. */
export function declaredEntities(doctype: string): readonly (readonly [string, string])[] | undefined {
  const match = head.exec(doctype);
  if (!match) return undefined;
  const entities: (readonly [string, string])[] = [];
  for (let rest = (match[1] ?? '').trim(); rest !== '';) {
    const found = declaration.exec(rest);
    if (!found || entities.length >= mostDeclarations) return undefined;
    entities.push([found[1]!, found[2]!]);
    rest = rest.slice(found[0].length);
  }
  return entities;
}
