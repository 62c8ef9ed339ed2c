// How the quick readers of plain texts give up. The full parser then reads the text from its start.

/** Thrown at the first thing that is not plain. */
const notPlain = new Error('not plain');

/** Stops a quick reader. */
export function giveUp(): never {
  throw notPlain;
}

/** The result of a quick reader; undefined if it gives up. */
export function unlessGivenUp<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (error !== notPlain) throw error;
    return undefined;
  }
}
