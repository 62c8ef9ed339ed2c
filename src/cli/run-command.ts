// A command line → an exit code: finds the command, runs it, and reports the errors that it throws.

import { suggest } from '../compiler/text/index.ts';
import type { Command } from './command.ts';
import { explainFailure } from './explain-failure.ts';
import { noteIgnoredCaches } from './note-ignored-caches.ts';
import { print, say } from './terminal.ts';
import { tellOtherVersion } from './other-version.ts';
import { version } from './version.ts';

/** A command is loaded when it is called: loading modules takes most of the time of a short command. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).init,
  check: async () => (await import('./check.ts')).check,
  build: async () => (await import('./build.ts')).build,
  dev: async () => (await import('./dev.ts')).dev,
  preview: async () => (await import('./preview.ts')).preview,
  mcp: async () => (await import('./mcp.ts')).mcp,
  new: async () => (await import('./new.ts')).newCommand,
  upgrade: async () => (await import('./upgrade.ts')).upgrade,
  rename: async () => (await import('./rename.ts')).rename,
  export: async () => (await import('./export.ts')).exportCommand,
  diff: async () => (await import('./diff.ts')).diff,
  changelog: async () => (await import('./changelog.ts')).changelog,
  schema: async () => (await import('./schema.ts')).schema,
  merge: async () => (await import('./merge.ts')).merge,
  rebase: async () => (await import('./rebase.ts')).rebase,
  ci: async () => (await import('./ci.ts')).ci,
  skills: async () => (await import('./skills.ts')).skills,
  cache: async () => (await import('./cache.ts')).cache,
  explain: async () => (await import('./explain.ts')).explain,
};

async function writeHelp(): Promise<string> {
  const lines = Object.entries(commands).map(async ([name, load]) => `  ${name.padEnd(11)}${(await load()).summary}`);
  return `Usage: stele <command> [options]

Commands:
${(await Promise.all(lines)).join('\n')}

stele <command> --help describes a command; stele --version prints the version.
Exit codes: 0 clean, 1 errors in the content, 2 a mistake on the command line or an error of the disk,
70 a bug in Stele.
`;
}

/**
 * Runs a command.
 * @param args the command line without the program's name
 * @param end ends the process, for errors that no caller can catch
 * @returns the exit code
 */
export async function runCommand(args: readonly string[], end: (code: number) => void): Promise<number> {
  // Astro and Vite do some of their work in timers. Errors there reach no caller.
  process.on('uncaughtException', (error) => end(explainFailure(error)));
  try {
    return await dispatch(args);
  } catch (error) {
    return explainFailure(error);
  } finally {
    noteIgnoredCaches();
  }
}

async function dispatch(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    say(await writeHelp());
    return 2;
  }
  if (name === '--help' || name === '-h' || name === 'help') return print(await writeHelp()).then(() => 0);
  if (name === '--version') return print(`${version}\n`).then(() => 0);
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load === undefined) {
    const near = suggest(name, Object.keys(commands));
    const suggestion = near === undefined ? '' : ` Did you mean ${near}?`;
    say(`There is no command ${name}.${suggestion} stele --help lists all commands.`);
    return 2;
  }
  const command = await load();
  if (rest.includes('--help') || rest.includes('-h')) return print(command.help).then(() => 0);
  // `init` writes the version of its own package; assistants read what `mcp` prints.
  if (name !== 'init' && name !== 'mcp') await tellOtherVersion();
  return command.run(rest);
}
