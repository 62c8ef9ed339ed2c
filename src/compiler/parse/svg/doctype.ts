// The document type of an SVG → its entities. Illustrator declares entities for the addresses of namespaces.

const head = /^\s*svg(?:\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [\w. ]+\/\/EN"(?:\s+"[\w:/.-]+")?)?\s*(?:\[([^]*)\]\s*)?$/;

/** One declaration. Its value can only be an address, so it cannot contain markup. */
const declaration = /^<!ENTITY\s+(ns_\w+)\s+"(https?:\/\/[\w./:#-]*)"\s*>\s*/;

const maxDeclarations = 100;

/** The names and values of the entities, in order. Undefined if the document type declares anything else. */
export function declaredEntities(doctype: string): readonly (readonly [string, string])[] | undefined {
  const match = head.exec(doctype);
  if (!match) return undefined;
  const entities: (readonly [string, string])[] = [];
  for (let rest = (match[1] ?? '').trim(); rest !== '';) {
    const found = declaration.exec(rest);
    if (!found || entities.length >= maxDeclarations) return undefined;
    entities.push([found[1]!, found[2]!]);
    rest = rest.slice(found[0].length);
  }
  return entities;
}
