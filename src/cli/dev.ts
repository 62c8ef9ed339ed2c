// `stele dev`: a local site that follows the content as it is edited.

import { openProject, openSite, watchContent, type Project } from '../project/index.ts';
import { countFindings } from '../diagnostics/index.ts';
import { readArguments, readBase, readPort } from './arguments.ts';
import type { Command } from './command.ts';
import { reportFindings } from './report-findings.ts';
import { say, userPath } from './terminal.ts';

export const dev: Command = {
  summary: 'serve the site and follow every change',
  help: `Usage: stele dev [options]

Serves the site on this machine, compiles again when a file of the content changes, and reloads
open pages. Findings are shown in the terminal; pages with errors are drawn with labelled gaps.

Options:
  --content DIR      content folder (default: content)
  --base /PATH/      path to serve under (default: /)
  --port NUMBER      port (default: 4321)
  --host NAME        address to listen on (default: this machine only)
  --untrusted        run nothing of the folder, whatever site.yaml says: code in bodies, components
                     and types of files that run are errors
`,
  async run(args) {
    const { values } = readArguments(args, {
      content: { type: 'string' },
      base: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      untrusted: { type: 'boolean' },
    });
    const content = userPath(String(values['content'] ?? 'content'));
    const port = readPort(values['port']);
    const host = values['host'] === undefined ? undefined : String(values['host']);
    const isUntrusted = values['untrusted'] === true;
    const project = await openProject(content, isUntrusted);
    await reportFindings(project, 'pretty');
    const { devSite } = await import('../astro/index.ts');
    const options = {
      contentFolder: project.folder,
      base: readBase(values['base'], '/'),
      ...(port === undefined ? {} : { port }),
      ...(host === undefined ? {} : { host }),
    };
    const server = await devSite(await openSite(project), options);
    say(`Serving ${server.url} (${countFindings(project.diagnostics)}). Press Ctrl-C to stop.`);
    const open = (): Promise<Project> => openProject(content, isUntrusted);
    await follow(content, open, async (next) => {
      await reportFindings(next, 'pretty');
      await server.update(await openSite(next));
      say(`Updated ${server.url} (${countFindings(next.diagnostics)}).`);
    });
    await server.stop();
    return 0;
  },
};

/** Compiles again after each change until the process is asked to stop. */
async function follow(content: string, open: () => Promise<Project>, onProject: (project: Project) => Promise<void>): Promise<void> {
  const stop = new AbortController();
  const end = (): void => stop.abort();
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  for await (const _change of watchContent(content, stop.signal)) {
    try {
      await onProject(await open());
    } catch (error) {
      // The content may be gone for a moment while an editor or git writes it: the last state stays.
      say(error instanceof Error ? error.message : String(error));
    }
  }
}
