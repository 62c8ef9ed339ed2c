// The type of a callout as authors write it → the kind that pages show.

export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

const kinds: ReadonlyMap<string, CalloutKind> = new Map([
  ['info', 'note'],
  ['note', 'note'],
  ['tip', 'tip'],
  ['success', 'tip'],
  ['important', 'important'],
  ['warning', 'warning'],
  ['caution', 'caution'],
  ['danger', 'caution'],
  ['error', 'caution'],
]);

/** One of GitHub's kinds of alerts; `note` for an unknown type. */
export function calloutKind(type = 'info'): CalloutKind {
  return kinds.get(type.toLowerCase()) ?? 'note';
}
