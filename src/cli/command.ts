// What a command is: one file each, with its help and a function that gives the exit code.

export interface Command {
  /** One line for the list of commands. */
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
