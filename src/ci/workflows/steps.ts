// The steps that several workflows share, as YAML. Each text is a list of steps without indentation.

/** Settings of the generated files. */
export interface WorkflowOptions {
  /** The command in a checkout with its packages: `npx --no stele`. */
  readonly command: string;
  /** Content folder from the root of the repository. */
  readonly content: string;
  /** Branch that the site is deployed from. */
  readonly branch: string;
  /** Number of machines that build the site; 1 builds it in one job. */
  readonly shards: number;
  /** Where previews and the site are served. */
  readonly host: 'pages' | 'cloudflare' | 'netlify';
}

/** The actions, by full hash. */
export const actions = {
  checkout: 'actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2',
  setupNode: 'actions/setup-node@48b55a011bda9f5d6aeb4c2d9c7362e8dae4041e # v6.4.0',
  cache: 'actions/cache@55cc8345863c7cc4c66a329aec7e433d2d1c52a9 # v6.1.0',
  upload: 'actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1',
  download: 'actions/download-artifact@3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c # v8.0.1',
} as const;

/** Indents each line of a text. */
export function indent(text: string, by: number): string {
  return text
    .trimEnd()
    .split('\n')
    .map((line) => (line === '' ? '' : ' '.repeat(by) + line))
    .join('\n');
}

/** First lines of each file. */
export function header(words: string): string {
  return `${words.trimEnd()}\n# Written by \`stele ci github\`: run it again after an update of Stele.\n`;
}

/** Node, without a cache that a pull request could fill. */
export const setupNode = `- uses: ${actions.setupNode}
  with:
    node-version: 24
    package-manager-cache: false
`;

/** The cache folder of a checkout. `npm ci` removes it, so it is restored later. */
export const cacheFolder = 'node_modules/.cache/stele';

/**
 * Restores what the last build of the branch has kept, and saves what this one keeps. Runs of pull requests may read
 * what the main branch has saved. Other runs cannot read what they save. A job that may write has no cache.
 * @param name of builds that share a cache
 */
export function cache(name: string): string {
  return `- name: Restore what earlier builds have kept
  uses: ${actions.cache}
  with:
    path: ${cacheFolder}
    key: stele-${name}-\${{ github.run_id }}-\${{ github.run_attempt }}
    restore-keys: stele-${name}-
`;
}

/** The code of a branch, without the token of the job. */
export function checkout(ref?: string): string {
  const at = ref === undefined ? '' : `    ref: ${ref}\n`;
  return `- uses: ${actions.checkout}\n  with:\n${at}    persist-credentials: false\n`;
}

/** The trusted code of a job that may write: the default branch, by name, and its packages without their scripts. */
export const trustedCode = `${checkout('${{ github.event.repository.default_branch }}')}${setupNode}\
- run: npm ci --ignore-scripts
`;

/** One writer of the branch at a time, in order of arrival; no waiting job is dropped. */
export const oneWriter = `concurrency:
  group: pages-branch
  cancel-in-progress: false
  queue: max
`;
