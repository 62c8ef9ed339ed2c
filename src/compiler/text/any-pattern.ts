// Joins regular expressions.

/**
 * Makes an expression whose alternatives are the given expressions, in their order.
 * @param patterns expressions without flags, except `u` if `flags` contains it
 * @param flags the flags of the new expression
 */
export function anyPattern(patterns: readonly RegExp[], flags = ''): RegExp {
  return new RegExp(patterns.map(({ source }) => source).join('|'), flags);
}
