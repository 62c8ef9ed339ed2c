// Changes of a content folder, told once per burst: editors and git touch many files at a time.

import { watch } from 'node:fs/promises';

/** Milliseconds without a change after which a burst counts as over. */
const quiet = 60;

/** Yields once after each burst of changes until the signal aborts. */
export async function* watchContent(folder: string, signal: AbortSignal): AsyncGenerator<void> {
  let wake: () => void = () => {};
  let isChanged = false;
  let timer: NodeJS.Timeout | undefined;
  const tell = (): void => {
    isChanged = true;
    wake();
  };
  const listening = listen(folder, signal, () => {
    clearTimeout(timer);
    timer = setTimeout(tell, quiet);
  }).finally(() => wake());
  while (!signal.aborted) {
    if (!isChanged) await Promise.race([new Promise<void>((done) => void (wake = done)), listening]);
    if (!isChanged) break;
    isChanged = false;
    yield;
  }
  clearTimeout(timer);
  await listening;
}

async function listen(folder: string, signal: AbortSignal, onChange: () => void): Promise<void> {
  try {
    for await (const _event of watch(folder, { recursive: true, signal })) onChange();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
