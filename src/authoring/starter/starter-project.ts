// The files of a new repository beside its content: the package file, the README, and the settings of git and editors.

import type { Starter } from './starter-content.ts';

const scripts = {
  dev: 'stele dev',
  check: 'stele check',
  build: 'stele build',
  preview: 'stele preview',
  test: 'stele check && stele build',
} as const;

/** The script that npm writes into a new package file. It tests nothing. */
const noTest = 'echo "Error: no test specified" && exit 1';

interface PackageFile {
  readonly scripts?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/**
 * Adds scripts and Stele to a package file, and replaces nothing that does something.
 * @param text an existing package file; absent for a new one
 * @param range the versions of Stele, such as `^1.2.0`
 * @throws SyntaxError if the text is not JSON
 */
export function joinPackageFile(text: string | undefined, name: string, range: string): string {
  const own = JSON.parse(text ?? JSON.stringify({ name, private: true })) as PackageFile;
  const { test, ...others } = own.scripts ?? {};
  const kept = test === undefined || test === noTest ? others : { ...others, test };
  const hasStele = own.dependencies?.['stele'] !== undefined || own.devDependencies?.['stele'] !== undefined;
  const joined = {
    ...own,
    scripts: { ...scripts, ...kept },
    ...(hasStele ? {} : { devDependencies: { ...own.devDependencies, stele: range } }),
  };
  return `${JSON.stringify(joined, undefined, 2)}\n`;
}

const ignored = `node_modules/
dist/
# The site while it is built, and the last one while they are swapped.
.*.building-*/
.*.previous/
`;

const schemas = 'node_modules/stele/docs/schemas';

const editorSettings = {
  'yaml.schemas': {
    [`./${schemas}/site.schema.json`]: 'content/site.yaml',
    [`./${schemas}/navigation.schema.json`]: '_navigation.mdx',
  },
  'files.associations': { '_navigation.mdx': 'yaml' },
};

const editorTasks = {
  version: '2.0.0',
  tasks: [
    {
      label: 'stele check',
      type: 'shell',
      command: 'npx stele check',
      problemMatcher: {
        owner: 'stele',
        fileLocation: ['relative', '${workspaceFolder}'],
        severity: 'info',
        pattern: [
          {
            regexp: '^(.+):(\\d+):(\\d+) (error|warning|advice) (\\S+)$',
            file: 1,
            line: 2,
            column: 3,
            severity: 4,
            code: 5,
          },
          { regexp: '^  (\\S.*)$', message: 1 },
        ],
      },
    },
  ],
};

/** The files that a new repository gets if it does not have them, by path from its folder. */
export function starterProject({ title }: Starter): ReadonlyMap<string, string> {
  return new Map([
    ['README.md', readme(title)],
    ['.gitignore', ignored],
    ['.vscode/settings.json', `${JSON.stringify(editorSettings, undefined, 2)}\n`],
    ['.vscode/tasks.json', `${JSON.stringify(editorTasks, undefined, 2)}\n`],
  ]);
}

function readme(title: string): string {
  return `# ${title}

\`\`\`sh
npm run dev    # serves the site on this machine, and follows every change
npm test       # checks the content, and builds the site into dist/
\`\`\`

The pages are in \`content/\`. Files in \`public/\` are published as they are.
`;
}
