// The `stele` command: finds the subcommand, runs it, and turns what it throws into words and an exit code.

import { suggest } from '../diagnostics/index.ts';
import { ChangeRefused, NoContent, OutputRefused } from '../project/index.ts';
import { UsageError } from './arguments.ts';
import { build } from './build.ts';
import { check } from './check.ts';
import type { Command } from './command.ts';
import { dev } from './dev.ts';
import { explain } from './explain.ts';
import { exportCommand } from './export.ts';
import { newCommand } from './new.ts';
import { preview } from './preview.ts';
import { rename } from './rename.ts';
import { schema } from './schema.ts';
import { print, say } from './terminal.ts';
import { version } from './version.ts';

const commands: Readonly<Record<string, Command>> = {
  check,
  build,
  dev,
  preview,
  new: newCommand,
  rename,
  export: exportCommand,
  schema,
  explain,
};

const help = `Usage: stele <command> [options]

Commands:
${Object.entries(commands)
  .map(([name, { summary }]) => `  ${name.padEnd(10)}${summary}`)
  .join('\n')}

stele <command> --help says more about a command; stele --version prints the version.
Exit codes: 0 clean, 1 errors in the content, 2 the command line, 70 a bug in Stele.
`;

/** Runs a command line without the program's name; gives the exit code. */
export async function main(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined) {
    say(help);
    return 2;
  }
  if (name === '--help' || name === '-h' || name === 'help') return print(help).then(() => 0);
  if (name === '--version') return print(`${version}\n`).then(() => 0);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    const near = suggest(name, Object.keys(commands));
    say(`There is no command ${name}.${near === undefined ? '' : ` Did you mean ${near}?`} stele --help lists them.`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) return print(command.help).then(() => 0);
  try {
    return await command.run(rest);
  } catch (error) {
    return explainFailure(error);
  }
}

function explainFailure(error: unknown): number {
  const refusals = [UsageError, NoContent, OutputRefused, ChangeRefused];
  if (refusals.some((kind) => error instanceof kind)) {
    say((error as Error).message);
    return 2;
  }
  say('This is a bug in Stele; please report it with what follows.');
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return 70;
}

// Ends the process itself: Astro leaves timers behind that would hold it for seconds.
process.exit(await main(process.argv.slice(2)));
