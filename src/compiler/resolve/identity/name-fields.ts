// Fields → names that last: from the wire where it has one, else from the first SDK that does (format.md 4.9).

import { splitCasing } from '../../text/index.ts';
import type { Field } from './field.ts';

/** Key of an unnamed value: it is called by its list. */
const unnamed = 'anonymous';

/** Name of a field in the chain; undefined where no language has a name for it. */
export function nameField(field: Field): string | undefined {
  const named = field.nodes.filter(({ key }) => key !== unnamed);
  const wire = field.wireNode;
  if (wire !== undefined && wire.key !== unnamed) return sanitise(wire.key);
  const first = named[0];
  return first && sanitise(snakeCase(first.key));
}

/** `listMetadata` → `list_metadata`, `ZoneID` → `zone_id`. */
export function snakeCase(key: string): string {
  return splitCasing(key).replaceAll(' ', '_').toLowerCase();
}

/** A name as part of an anchor: each other character is one `_`. */
export function sanitise(name: string): string {
  return name.replace(/[^A-Za-z0-9_.-]/gu, '_');
}
