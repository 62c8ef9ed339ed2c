// A site generator as the benchmark sees it.

import type { CaseName } from './cases.ts';
import type { EditPlaces } from './edit-places.ts';

export const generatorNames = ['stele', 'hugo', 'starlight'] as const;
export type GeneratorName = (typeof generatorNames)[number];

/** A generator with the site that it builds. */
export interface Peer {
  readonly name: GeneratorName;
  readonly version: string;
  /** Texts of the site by path in its folder. */
  readonly files: ReadonlyMap<string, string>;
  /** Program that builds the site, run in the site's folder. */
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Folder of the built site, relative to the site's folder. */
  readonly output: string;
  /** Folders that a cold build must not find. */
  readonly kept: readonly string[];
  readonly edits: EditPlaces;
}

/** One measured build. */
export interface PeerRun {
  readonly round: number;
  readonly case: CaseName;
  readonly generator: GeneratorName;
  readonly milliseconds: number;
  /** Milliseconds of all processors; null if the system does not report them. */
  readonly processor: number | null;
  /** Peak memory of the process tree; null if the system does not report it. */
  readonly memoryBytes: number | null;
  /** Files that the build made or changed, in its output and its caches. */
  readonly writtenFiles: number;
  readonly writtenBytes: number;
  /** The built site. */
  readonly files: number;
  readonly bytes: number;
}
