// A long regular expression from its alternatives.

/**
 * Makes an expression that matches where one of the given ones does. Earlier ones are tried first.
 * @param patterns without flags, except `u` if `flags` has it
 * @param flags of the new expression
 */
export function anyPattern(patterns: readonly RegExp[], flags = ''): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), flags);
}
