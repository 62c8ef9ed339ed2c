// An edit → whether it is compiled without the other pages. Then it gives what compiling the whole site gives.

import { expect } from 'vitest';
import type { ContentFiles } from './content-files.ts';
import { editedSites } from './edited-sites.ts';
import { compileChange, judgeChange, keepState } from './judge-edited.ts';

/** Whether an edit is compiled without the other pages. */
export async function isCompiledAlone(
  edit: (files: ContentFiles) => void,
  site: string | (() => ContentFiles) = 'doors',
): Promise<boolean> {
  const files = typeof site === 'string' ? editedSites[site]!() : site();
  const before = keepState(files)!;
  edit(files);
  const edited = compileChange(before, files);
  if (edited) expect(await judgeChange(before, keepState(files)!, edited)).toEqual([]);
  return edited !== undefined;
}

/** Replaces a text in a file. */
export const replace =
  (path: string, from: string, to: string) =>
  (files: ContentFiles): void => {
    expect(files.get(path)).toContain(from);
    files.set(path, files.get(path)!.replace(from, to));
  };
