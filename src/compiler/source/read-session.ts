// A terminal session as code → its lines: commands with their prompts, output and comments. Readers copy the commands.

import { anyPattern } from '../text/index.ts';
import { UnfinishedCommand } from './unfinished-command.ts';

export interface SessionLine {
  readonly kind: 'command' | 'output' | 'remark';
  /** The prompt with its space: `$ `; empty for a line without a prompt. */
  readonly prompt: string;
  /** The line without its prompt. */
  readonly text: string;
}

/** The prompts of one interactive shell. */
export interface SessionPrompt {
  readonly prompt: RegExp;
  /** Prompt of a line that always continues the command above it. */
  readonly more?: RegExp;
  /** Prompt of a line that continues an unfinished command. Elsewhere such a line is output. */
  readonly rest?: RegExp;
  /** Grammar of the commands. Set if no other shell has this prompt, so that blocks of any console may contain it. */
  readonly consoleGrammar?: string;
}

/** A prompt is searched in this many characters of a line. */
const longestPrompt = 200;

function matchPrompt(pattern: RegExp | undefined, line: string): string | undefined {
  return pattern?.exec(line.slice(0, longestPrompt))?.[0];
}

const isAt = (pattern: RegExp) => (line: string) => matchPrompt(pattern, line) !== undefined;

const place = /(?:\([^()\s]+\) ?)?/;
const shellPrompt = new RegExp(`^\\s*${place.source}[$%] (?=\\S)|^\\s*[$%]$`);
/** `ada@mill:~/site$ `, `[ada@mill site]$ `, `~/site % `, `site$ `, `bash-5.2$ `, `❯ `, `➜  site git:(main) ✗ ` */
const longPrompt = new RegExp(
  `^${place.source}(?:${
    anyPattern([
      /[\w.-]+@[\w.-]+[: ]?\S*(?: \([^()\s]+\))? ?[$%#]/,
      /\[[^\]\s]+[^\]]*\][$%#]/,
      /(?:~|\/)[\w./-]* ?[$%#]/,
      /[\w./~-]+\$/,
      /❯|λ|➜\s+\S+(?: git:\(\S+\))?(?: ✗)?/,
    ]).source
  }) `,
);
const rootPrompt = /^# (?=\S)/;
const windowsPrompt = /^(?:PS )?[A-Za-z]:\\[^>\n]*> ?|^PS ?[^>\n]*> ?/;
const anglePrompt = /^> (?=\S)/;
const remark = /^\s*#/;
/** Continues a command of a shell. */
const rest = /^\s*>(?: |$)/;

/** Distinguishes root's commands from comments in a console: `# apt update` is a command, `# Install it` a comment. */
const rootCommands =
  'apk|apt|apt-get|brew|bundle|cat|cd|chmod|chown|composer|cp|curl|dnf|docker|dpkg|echo|env|export|gem|git|go|gpg|' +
  'grep|groupadd|helm|hostname|ip|java|kubectl|ls|make|mkdir|mount|mv|nano|node|npm|npx|openssl|pacman|passwd|php|' +
  'pip3?|pnpm|ps|python3?|rm|rpm|ruby|sed|service|ssh|su|sudo|systemctl|tar|tee|touch|ufw|useradd|usermod|vi|vim|' +
  'wget|yarn|yum|zypper';
const rootCommand = new RegExp(`^# (?:[\\w./-]*/[\\w.-]+|${rootCommands})(?:\\s|$)`);

export interface Session {
  readonly lines: readonly SessionLine[];
  /** The grammar of the commands, if the prompts determine it. */
  readonly grammar?: string | undefined;
}

/**
 * Reads a session.
 * @param code lines end with `\n`
 * @param grammar the grammar of the code
 * @param prompts the prompts of the language's interactive shells; for a console, those that no other shell has
 * @param isConsole whether the fence is named `console` or similar: then output may come first, and the prompts may be
 *   of any shell
 * @returns undefined for code without prompts
 */
export function readSession(
  code: string,
  grammar: string,
  prompts: readonly SessionPrompt[],
  isConsole: boolean,
): Session | undefined {
  const lines = code.split('\n');
  const isShell = grammar === 'shellscript';
  const dialects = isConsole ? consolePrompts(lines, prompts) : isShell ? [{ prompt: shellPrompt, rest }] : prompts;
  const isPrompted = (line: string): boolean => dialects.some(({ prompt }) => isAt(prompt)(line));
  const first = lines.find((line) => line.trim() !== '' && !(isShell && remark.test(line)));
  if (isConsole ? !lines.some(isPrompted) : first === undefined || !isPrompted(first)) return undefined;
  return new SessionReader(dialects, isConsole || isShell).read(lines);
}

/** Prompts of all shells. Ambiguous prompts (`# `, `> `) count only if the block has no other. */
function consolePrompts(lines: readonly string[], prompts: readonly SessionPrompt[]): readonly SessionPrompt[] {
  const dialects: SessionPrompt[] = [
    { prompt: shellPrompt, rest },
    { prompt: longPrompt, rest },
    { prompt: windowsPrompt, more: /^>> ?/ },
    ...prompts,
  ];
  if (dialects.some(({ prompt }) => lines.some(isAt(prompt)))) return dialects;
  if (lines.some(isAt(rootPrompt)) && lines.every((line) => !rootPrompt.test(line) || isAt(rootCommand)(line))) {
    return [{ prompt: rootPrompt, rest }];
  }
  return anglePrompt.test(lines.find((line) => line.trim() !== '') ?? '') ? [{ prompt: anglePrompt }] : dialects;
}

class SessionReader {
  readonly #dialects: readonly SessionPrompt[];
  readonly #hasRemarks: boolean;
  readonly #lines: SessionLine[] = [];
  #grammar: string | undefined;
  /** The dialect of the command above. */
  #dialect: SessionPrompt | undefined;
  /** The unfinished command above, with the index of its second line. */
  #open: { command: UnfinishedCommand; first: number; hasPrompts: boolean | undefined } | undefined;

  constructor(dialects: readonly SessionPrompt[], hasRemarks: boolean) {
    this.#dialects = dialects;
    this.#hasRemarks = hasRemarks;
  }

  read(lines: readonly string[]): Session {
    for (const line of lines) if (!this.#begin(line) && !this.#continue(line)) this.#print(line);
    this.#giveUp();
    return { lines: this.#lines, grammar: this.#grammar };
  }

  /** A line with a prompt. */
  #begin(line: string): boolean {
    const dialect = this.#dialects.find(({ prompt }) => isAt(prompt)(line));
    if (dialect === undefined) return false;
    this.#giveUp();
    const prompt = matchPrompt(dialect.prompt, line)!;
    const text = line.slice(prompt.length);
    this.#dialect = dialect;
    this.#grammar ??= dialect.consoleGrammar;
    this.#lines.push({ kind: text === '' ? 'output' : 'command', prompt, text });
    if (dialect.rest)
      this.#open = { command: new UnfinishedCommand(), first: this.#lines.length, hasPrompts: undefined };
    if (this.#open?.command.takeLine(text) === false) this.#open = undefined;
    return true;
  }

  /** A line that continues the command above. */
  #continue(line: string): boolean {
    const more = this.#lines.at(-1)?.kind === 'command' ? matchPrompt(this.#dialect?.more, line) : undefined;
    if (more !== undefined) {
      this.#lines.push({ kind: 'command', prompt: more, text: line.slice(more.length) });
      return true;
    }
    if (this.#open === undefined) return false;
    const rest = matchPrompt(this.#dialect!.rest, line);
    this.#open.hasPrompts ??= rest !== undefined;
    const prompt = this.#open.hasPrompts ? (rest ?? '') : '';
    const text = line.slice(prompt.length);
    this.#lines.push({ kind: 'command', prompt, text });
    if (!this.#open.command.takeLine(text)) this.#open = undefined;
    return true;
  }

  /**
   * A command that never ends probably ended on its first line, which has a lone apostrophe. The lines below are
   * output.
   */
  #giveUp(): void {
    const open = this.#open;
    this.#open = undefined;
    if (open === undefined || open.hasPrompts === true) return;
    for (let i = open.first; i < this.#lines.length; i++) this.#lines[i] = { ...this.#lines[i]!, kind: 'output' };
  }

  #print(line: string): void {
    this.#lines.push({ kind: this.#hasRemarks && remark.test(line) ? 'remark' : 'output', prompt: '', text: line });
  }
}
