// Invisible characters: controls, characters without width, and those that change the direction of text.

/** Without joiners (U+200C and U+200D), which emoji and several scripts need. They are wrong only in code. */
export const invisibleInProse = new RegExp(
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b' +
    '\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff\\uffa0\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]',
  'u',
);

export const invisibleInCode = new RegExp(`${invisibleInProse.source}|[\\u200c\\u200d]`, 'u');

const allInCode = new RegExp(invisibleInCode.source, 'gu');

/**
 * Replaces invisible characters with visible ones: `_` inside a name, a space elsewhere. The length does not change.
 * Each invisible character has a finding of its own; a parser must not report it a second time.
 */
export function fillInvisible(code: string): string {
  return code.replace(allInCode, (character, ...[offset]: [number]) => {
    const isInName = /\w/.test(code[offset - 1] ?? '') && /\w/.test(code[offset + character.length] ?? '');
    return (isInName ? '_' : ' ').repeat(character.length);
  });
}
