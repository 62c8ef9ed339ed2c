// A seed → pseudo-random numbers that are the same on every machine, so that a generated site is reproducible.

export interface Random {
  /** A whole number from 0 to below `limit`. */
  integer(limit: number): number;
  /** True in `share` of all cases, 0 to 1. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** `count` different elements in random order; all of them where there are fewer. */
  sample<T>(list: readonly T[], count: number): readonly T[];
}

/** The generator “mulberry32”: 32 bits of state, plenty for texts. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const integer = (limit: number): number => Math.floor(next() * limit);
  return {
    integer,
    chance: (share) => next() < share,
    pick: (list) => list[integer(list.length)]!,
    sample(list, count) {
      const rest = [...list];
      return Array.from({ length: Math.min(count, rest.length) }, () => rest.splice(integer(rest.length), 1)[0]!);
    },
  };
}
