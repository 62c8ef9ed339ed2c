// Invisible characters: controls, characters without width, and those that change the direction of text.

/** Without the joiners of emoji and of several scripts, which are wrong only in code. */
export const invisibleInProse =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;

export const invisibleInCode = new RegExp(`${invisibleInProse.source}|[\\u200c\\u200d]`, 'u');

const allInCode = new RegExp(invisibleInCode.source, 'gu');

/**
 * Replaces invisible characters by visible ones; the length stays. They have a finding of their own, and without this a
 * parser would report the same cause again.
 */
export function fillInvisible(code: string): string {
  return code.replace(allInCode, (character, ...[offset]: [number]) => {
    const isInName = /\w/.test(code[offset - 1] ?? '') && /\w/.test(code[offset + character.length] ?? '');
    return (isInName ? '_' : ' ').repeat(character.length);
  });
}
