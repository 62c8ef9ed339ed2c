// A command of `stele`: its summary, its help and its function. Each command has its own file.

/** A command: its line in the list of commands, its help, and the function that runs it. */
export interface Command {
  /** One line for the list of commands: a verb and its object. */
  readonly summary: string;
  /** Printed by `--help`. */
  readonly help: string;
  /**
   * Runs the command.
   * @returns the exit code: 0 clean, 1 findings of severity error
   * @throws UsageError, NoContent, OutputRefused, ChangeRefused, the system's errors of the disk: exit 2
   */
  run(args: readonly string[]): Promise<number>;
}
