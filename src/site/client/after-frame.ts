// Work that need not be done before the next frame.

/** Milliseconds after which work is done without a frame. Browsers show no frames of hidden pages. */
const patience = 200;

/**
 * Calls the functions in order after the next frame, each in a task of its own; or at once if the reader clicks before.
 * Resolves when all have run, and rejects with the error that one throws.
 */
export function afterFrame(...steps: readonly (() => void)[]): Promise<void> {
  return new Promise((done, fail) => {
    const left = [...steps];
    let isStarted = false;
    const run = (count: number): void => {
      try {
        for (const step of left.splice(0, count)) step();
      } catch (error) {
        left.length = 0;
        fail(error as Error);
      }
      if (left.length > 0) return void setTimeout(run, 0, 1);
      removeEventListener('click', finish, true);
      done();
    };
    const finish = (): void => run(steps.length);
    const start = (): void => {
      if (!isStarted) run(1);
      isStarted = true;
    };
    addEventListener('click', finish, true);
    requestAnimationFrame(() => setTimeout(start));
    setTimeout(start, patience);
  });
}
