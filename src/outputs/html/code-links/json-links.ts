// JSON → links from its documented keys to the reference: the keys of the whole value, and those of nested values.

import type { CodeLink } from './find-links.ts';
import type { Member, Members } from './documented-members.ts';

interface Frame {
  readonly keys?: Members | undefined;
  readonly elements?: Members | undefined;
  pending?: Member | undefined;
}

/** Finds the keys of an object that `root` describes. From invalid JSON it reads as much as possible. */
export function findJsonLinks(text: string, root: Members): readonly CodeLink[] {
  const links: CodeLink[] = [];
  const frames: Frame[] = [];
  for (const { 0: piece, index } of text.matchAll(/"(?:[^"\\\n]|\\.)*"(?:\s*:)?|[[\]{},]/g)) {
    const frame = frames.at(-1);
    if (piece === '{' || piece === '[') {
      if (frame === undefined) frames.push({ keys: piece === '{' ? root : undefined });
      else if (piece === '{') frames.push({ keys: frame.elements ?? frame.pending?.value() });
      else frames.push({ elements: frame.pending?.element() });
    } else if (piece === '}' || piece === ']') {
      frames.pop();
    } else if (piece === ',') {
      if (frame) frame.pending = undefined;
    } else if (piece.endsWith(':') && frame) {
      const key = piece.slice(1, piece.lastIndexOf('"'));
      frame.pending = frame.keys?.get(key);
      const target = frame.pending?.target;
      if (target) links.push({ start: index + 1, end: index + 1 + key.length, target });
    }
  }
  return links;
}
