// `stele dev`: serves the site on this machine, and updates it after each change of the content.

import { countFindings } from '../compiler/diagnostics/index.ts';
import { CompileMemory } from '../compiler/index.ts';
import {
  openChangedProject,
  openSite,
  publicFolderOf,
  watchContent,
  type ChangedProject,
  type Project,
} from '../project/index.ts';
import { editorNames, startDevServer, type SiteState } from '../dev/index.ts';
import { readArguments, readBase, readHost, readPort, refuseListen, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { explainFailure } from './explain-failure.ts';
import { reportFindings } from './report-findings.ts';
import { pathForUser, say, userPath, whenStopped } from './terminal.ts';

export const dev: Command = {
  summary: 'serve the site and update it after each change',
  help: `Usage: stele dev [options]

Serves the site on this machine, and compiles again when a file of the content changes. Open pages
change in place: scroll position, open rows, chosen tabs and the search dialog stay. The terminal and
open pages show the same findings as stele check, including those of samples. A page whose body has a
mistake keeps its last good form.

Options:
  --content DIR      content folder (default: content)
  --base /PATH/      path to serve under (default: /)
  --port NUMBER      port (default: the first free one from 4321)
  --host NAME        address to listen on (default: this machine only)
  --editor NAME      editor that links in pages open: ${editorNames.join(', ')}
                     (default: vscode)
  --untrusted        run no code from the folder, even if site.yaml allows it: code in bodies, components
                     and files that can run code are errors

Exit codes: 0 stopped, 2 the command line, no content, or a port that is in use.
`,
  async run(args) {
    const { values } = readArguments(args, {
      content: { type: 'string' },
      base: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      untrusted: { type: 'boolean' },
      editor: { type: 'string' },
    });
    const content = userPath(String(values['content'] ?? 'content'));
    const [port, host] = [readPort(values['port']), readHost(values['host'])];
    const isUntrusted = values['untrusted'] === true;
    const base = readBase(values['base'], '/');
    const memory = new CompileMemory();
    const open = (since: string | undefined, changed: Iterable<string>): Promise<ChangedProject | undefined> =>
      openChangedProject(content, isUntrusted, since, changed, memory);
    const { project, key } = (await open(undefined, []))!;
    const editor = readEditor(values['editor']);
    await reportFindings(project, 'pretty');
    const stateOf = async (of: Project): Promise<SiteState> => ({ ...of, data: await openSite(of) });
    const server = await startDevServer(await stateOf(project), {
      folder: project.folder,
      prefix: prefixOf(project.folder),
      editor,
      base,
      port,
      host,
      onError: (error) => say(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    }).catch(refuseListen);
    say(`Serving ${server.url} (${countFindings(project.diagnostics)}). Press Ctrl-C to stop.`);
    await follow(content, key, open, async (next, changed) => {
      await reportFindings(next, 'pretty');
      await server.show(await stateOf(next), changed);
      say(`Updated ${server.url} (${countFindings(next.diagnostics)}).`);
    });
    await server.stop();
    return 0;
  },
};

function readEditor(value: unknown): string {
  const name = String(value ?? 'vscode');
  if (editorNames.includes(name)) return name;
  throw new UsageError(`--editor does not know ${name}. It may be ${editorNames.join(', ')}.`);
}

/** The path of a folder as messages begin with it. */
function prefixOf(folder: string): string {
  const path = pathForUser(folder);
  return path === '.' ? '' : `${path}/`;
}

/**
 * Compiles again after each change until the process receives a signal to stop. If the content cannot be compiled, the
 * site keeps its last state.
 * @param key identifies the state that the site shows
 * @param open compiles the content if its state differs from the state of the given key
 * @param onProject shows a new state; receives the absolute paths of the changed files
 */
async function follow(
  content: string,
  key: string,
  open: (since: string | undefined, changed: Iterable<string>) => Promise<ChangedProject | undefined>,
  onProject: (project: Project, changed: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  const stop = new AbortController();
  void whenStopped().then(() => stop.abort());
  let shown: string | undefined = key;
  for await (const changed of watchContent([content, publicFolderOf(content)], stop.signal)) {
    try {
      const next = await open(shown, changed);
      if (next === undefined) continue;
      shown = undefined;
      await onProject(next.project, changed);
      shown = next.key;
    } catch (error) {
      // Without a key, the next change is always compiled, so the user sees that the content is readable again.
      shown = undefined;
      explainFailure(error);
      say('The site stays as it was.');
    }
  }
}
