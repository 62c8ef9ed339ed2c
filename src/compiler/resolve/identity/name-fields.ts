// Fields → permanent names: the name in requests and responses, or else that of the first SDK (format.md 4.9).

import { splitCasing } from '../../text/index.ts';
import type { Field } from './field.ts';

/** The key of an unnamed value. Its name is that of its list. */
const unnamed = 'anonymous';

/** The name of a field, as one part of its anchor. Undefined if no language has a name for it. */
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

/** A name as part of an anchor: every character that is not allowed becomes `_`. */
export function sanitise(name: string): string {
  return name.replace(/[^A-Za-z0-9_.-]/gu, '_');
}
