// The templates of a site, compiled: a program that draws pages, and the scripts and styles that pages load. They
// depend on Stele and on the site's own components, not on its text.

/** Compiled templates as files in memory: plain data. */
export interface Templates {
  /** File of `server` that exports the program. */
  readonly entry: string;
  /** The program's files, by path. */
  readonly server: ReadonlyMap<string, Uint8Array>;
  /**
   * Folder that has the program's files already: its modules stay compiled between builds. Absent for other programs.
   */
  readonly place?: string;
  /** Files that pages load, by path from the top of the site. */
  readonly client: ReadonlyMap<string, Uint8Array>;
  /** Styles of the site's own components, by route of the templates: Astro's data, which its program asks for. */
  readonly pages: readonly (readonly [string, PageStyles])[];
  /** Scripts that integrations add to every page: Astro's data. */
  readonly scripts: readonly unknown[];
}

/** The part of Astro's page data that its program reads while it draws. */
export interface PageStyles {
  readonly styles: readonly unknown[];
}

/** Compiled templates, and whether they may be kept. */
export interface BundledTemplates extends Templates {
  /** The files that they were compiled from, by absolute path, with their hashes. */
  readonly sources: readonly (readonly [path: string, hash: string])[];
}
