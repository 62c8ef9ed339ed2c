// The refusal of a change of content, with its reason as a sentence for the user.

/** Thrown inside this folder. `attempt` turns it into a result. */
class Refusal extends Error {
  override readonly name = 'Refusal';
}

/** The result of a change that is refused. */
export interface Refused {
  /** The reason: one or more sentences, each with its full stop. */
  readonly refusal: string;
}

/** Ends a plan with a refusal. */
export function refuse(sentence: string): never {
  throw new Refusal(sentence);
}

/** Runs a plan; returns its result, or its refusal as a value. */
export function attempt<T>(plan: () => T): T | Refused {
  try {
    return plan();
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error.message };
    throw error;
  }
}
