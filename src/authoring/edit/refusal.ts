// Why a change to content is not made: one sentence for whoever asked for it.

/** Thrown inside this folder; the functions of its door give it back as a value. */
class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** A change that is not made, and why. */
export interface Refused {
  /** One sentence with its full stop. */
  readonly refusal: string;
}

/** Ends a plan. */
export function refuse(sentence: string): never {
  throw new Refusal(sentence);
}

/** What a plan gives, or why there is none. */
export function attempt<T>(plan: () => T): T | Refused {
  try {
    return plan();
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}
