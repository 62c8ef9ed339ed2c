// `stele dev`: serves the site on this machine, and updates it after each change of the content.

import { setFlagsFromString } from 'node:v8';
import { countFindings, type Diagnostic } from '../compiler/diagnostics/index.ts';
import { ContentSession, watchContent } from '../project/index.ts';
import { publicFolderOf } from '../disk/index.ts';
import { editorNames, startDevServer, type DevServer, type SiteState } from '../dev/index.ts';
import { readArguments, readBase, readHost, readPort, refuseListen, UsageError } from './arguments.ts';
import type { Command } from './command.ts';
import { explainFailure } from './explain-failure.ts';
import { noteIgnoredCaches } from './note-ignored-caches.ts';
import { findOwnCodeFailure } from './own-code-failed.ts';
import { prefixOf, reportChanges } from './report-findings.ts';
import { say, userPath, whenStopped } from './terminal.ts';

export const dev: Command = {
  summary: 'serve the site and update it after each change',
  help: `Usage: stele dev [options]

Serves the site on this machine, and compiles again when a file of the content changes. Open pages
change in place: scroll position, open rows, chosen tabs and the search dialog stay. Open pages show
the same findings as stele check, including those of samples. The terminal shows them once, and after
each change those that are new, those that are fixed, and how many there are. A page whose body has a
mistake keeps its last good form, and so does a page on which code of the site fails.

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
    const editor = readEditor(values['editor']);
    const session = new ContentSession(content, isUntrusted);
    await session.read();
    const changed = new Set<string>();
    const settings = { folder: session.folder, prefix: prefixOf(session.folder), editor, base, port, host };
    const findFailure = (error: unknown, page: string): Promise<Diagnostic> =>
      findOwnCodeFailure(error, session.folder, page);
    const onFailure = (found: Diagnostic | undefined, before: Diagnostic | undefined): void =>
      void reportChanges(before ? [before] : [], { folder: session.folder, diagnostics: found ? [found] : [] });
    let starting: Promise<DevServer> | undefined;
    let server: DevServer | undefined;
    /** The findings of the last check. */
    let known: readonly Diagnostic[] = [];
    const start = async (state: SiteState): Promise<DevServer> => {
      // V8 would let the garbage of many changes grow to several times the live memory.
      setFlagsFromString('--heap-growing-percent=50');
      server = await startDevServer(state, { ...settings, onError: tellError, findFailure, onFailure }).catch(
        refuseListen,
      );
      say(`Serving ${server.url} Press Ctrl-C to stop.`);
      return server;
    };
    const compile = async (word: 'Checked' | 'Updated', onServing: () => void = () => {}): Promise<void> => {
      const diagnostics = await session.compile(server?.openRoutes() ?? [], async (state) => {
        if (starting === undefined) await (starting = start(state));
        else await (await starting).show(state, changed);
        onServing();
      });
      if (diagnostics === undefined) return;
      changed.clear();
      const changes = await reportChanges(known, { folder: session.folder, diagnostics });
      server!.tell(diagnostics);
      say(`${word} ${server!.url} (${countFindings(diagnostics)})${word === 'Checked' ? '' : changes}.`);
      noteIgnoredCaches();
      known = diagnostics;
      await session.prepare();
    };
    const stop = new AbortController();
    void whenStopped().then(() => stop.abort());
    // Watching costs time, so it begins when the first page can be opened.
    let first: Promise<void> | undefined;
    await new Promise<void>((done, fail) => {
      first = compile('Checked', done);
      first.then(done, fail);
    });
    const following = follow(session, stop.signal, async (paths) => {
      for (const path of paths) changed.add(path);
      await compile('Updated');
    });
    await Promise.all([first, following]);
    await session.keep();
    await server?.stop();
    return 0;
  },
};

function tellError(error: unknown): void {
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
}

function readEditor(value: unknown): string {
  const name = String(value ?? 'vscode');
  if (editorNames.includes(name)) return name;
  throw new UsageError(`--editor does not know ${name}. It may be ${editorNames.join(', ')}.`);
}

/**
 * Reads and compiles again after each change until the signal aborts. If the content cannot be read, the site keeps its
 * last state.
 * @param compile compiles the content and shows it; receives the absolute paths of the changed files. It ends early if
 * the content has changed again
 */
async function follow(
  session: ContentSession,
  signal: AbortSignal,
  compile: (changed: ReadonlySet<string>) => Promise<void>,
): Promise<void> {
  const explain = (error: unknown): void => {
    explainFailure(error);
    say('The site stays as it was.');
  };
  for await (const changed of watchContent([session.folder, publicFolderOf(session.folder)], signal)) {
    try {
      // The first report says that watching has begun: the folder may have changed before.
      const isChanged = await session.read(changed.size === 0 ? undefined : changed);
      if (isChanged) compile(changed).catch(explain);
    } catch (error) {
      explain(error);
    }
  }
}
