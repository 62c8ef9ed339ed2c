// Sessions at a prompt: typed text, printed text, and code that is not a session.

import { describe, expect, test } from 'vitest';
import { consolePrompts, promptsOf } from '../../src/compiler/languages/index.ts';
import { readSession } from '../../src/compiler/source/index.ts';
import { cpuTime } from '../cpu-time.ts';

const read = (code: string, grammar: string, isConsole: boolean) =>
  readSession(code, grammar, isConsole ? consolePrompts : promptsOf(grammar), isConsole);

const typedIn = (code: string, grammar = 'shellscript', isConsole = true): string | undefined => {
  const lines = read(code, grammar, isConsole)?.lines;
  return lines
    ?.filter(({ kind }) => kind === 'command')
    .map(({ text }) => text)
    .join('\n');
};

describe('in a console', () => {
  test.each<[string, string, string | undefined]>([
    ['commands and what they print', '$ npm install x\nadded 3 packages\n$ npm test', 'npm install x\nnpm test'],
    ['a `%`', '% ls\na.txt', 'ls'],
    [
      'output of a package manager with a `>`',
      '$ npm run build\n\n> site@1.0.0 build\n> astro build\n',
      'npm run build',
    ],
    [
      'a continued line with a prompt',
      '$ curl -X POST \\\n> -d a=b \\\n>   https://x\nok',
      'curl -X POST \\\n-d a=b \\\n  https://x',
    ],
    ['a continued line without one', '$ curl \\\n    https://x\n{"a": 1}', 'curl \\\n    https://x'],
    ['a quote over lines', '$ curl -d \'{\n  "a": 1\n}\' https://x\nok', 'curl -d \'{\n  "a": 1\n}\' https://x'],
    ['a here-document', '$ cat > f <<EOF\na\n\n# b\nEOF\n$ ls', 'cat > f <<EOF\na\n\n# b\nEOF\nls'],
    ['a here-document with prompts', '$ cat <<-EOF\n> a\n>\n> \tEOF\na', 'cat <<-EOF\na\n\n\tEOF'],
    ['a loop', '$ for i in 1 2; do\n>   echo $i\n> done\n1\n2', 'for i in 1 2; do\n  echo $i\ndone'],
    ['a pipe at the end of a line', '$ ls |\n> wc\n3', 'ls |\nwc'],
    ['an unclosed apostrophe', "$ echo don't\nout\n$ ls", "echo don't\nls"],
    ['a here-string', '$ wc <<< "a"\n1', 'wc <<< "a"'],
    ['remarks', '# Install it\n$ npm i\n# and test\n$ npm test', 'npm i\nnpm test'],
    ['an empty prompt', '$ ls\n$ ', 'ls'],
    ['a user and host', 'ada@mill:~/site$ ls\nx\n[root@mill ~]# reboot', 'ls\nreboot'],
    ['a root user', '# apt update\nHit:1\n# apt install -y nginx', 'apt update\napt install -y nginx'],
    ['remarks alone', '# Install the package\nnpm install', undefined],
    ['an environment', '(venv) $ pip install x', 'pip install x'],
    ['PowerShell', 'PS C:\\Users\\ada> Get-Item `\n>> x\nout', 'Get-Item `\nx'],
    ['the command prompt of Windows', 'C:\\site>dir\n 3 File(s)', 'dir'],
    ['Python', '>>> def f():\n...     return 1\n...\n>>> f()\n1', 'def f():\n    return 1\n\nf()'],
    ['only what is printed', 'added 3 packages\ncosts $ 5 at 10% off', undefined],
    ['prompts that are angles', '> npm i\nadded\n> npm test', 'npm i\nnpm test'],
    ['what is printed before', 'Welcome!\n\n$ ls', 'ls'],
  ])('%s', (_name, code, typed) => {
    expect(typedIn(code)).toBe(typed);
  });
});

describe('in code of a language', () => {
  test.each<[string, string, string, string | undefined]>([
    ['a shell block with prompts', 'shellscript', '$ npm run build\n', 'npm run build'],
    ['a shell block with a remark first', 'shellscript', '# Build\n$ npm run build', 'npm run build'],
    ['a shell block with remarks alone', 'shellscript', '# Build\nnpm run build', undefined],
    ['a shell script with a variable', 'shellscript', '$HOME/bin/x\n', undefined],
    ['a shell block that root types', 'shellscript', '# apt update', undefined],
    ['Python', 'python', '>>> 1 + 1\n2', '1 + 1'],
    ['Python without prompts', 'python', 'x = a >> 1\n', undefined],
    ['irb', 'ruby', 'irb(main):001> x = [\nirb(main):002*   1]\n=> [1]', 'x = [\n  1]'],
    ['an older irb', 'ruby', 'irb(main):001:0> 1\n=> 1', '1'],
    ['JavaScript', 'typescript', '> 1 + 1\n2', '1 + 1'],
    ['JavaScript without prompts', 'typescript', 'a\n> b', undefined],
    ['jshell', 'java', 'jshell> int x = 1\nx ==> 1', 'int x = 1'],
    ['PHP', 'php', 'php > echo 1;\n1', 'echo 1;'],
    ['SQL', 'sql', 'shop=# select 1\nshop-# ;\n 1', 'select 1\n;'],
    ['Markdown with a quotation', 'markdown', '> words', undefined],
    ['YAML with a dollar', 'yaml', '$ x: 1', undefined],
  ])('%s', (_name, grammar, code, typed) => {
    expect(typedIn(code, grammar, false)).toBe(typed);
  });
});

test('prompts and texts together are the original lines', () => {
  const code = '$ a \\\n> b\nout\n  $ c\n# d\n\n$ ';
  expect(
    read(code, 'shellscript', true)!
      .lines.map(({ prompt, text }) => prompt + text)
      .join('\n'),
  ).toBe(code);
});

test('the prompts decide the grammar if the name of the console does not', () => {
  expect(read('>>> f()', 'shellscript', true)!.grammar).toBe('python');
  expect(read('$ f', 'shellscript', true)!.grammar).toBeUndefined();
});

test.each([
  `$ echo "${'a\n'.repeat(50_000)}`,
  `$ ${'if '.repeat(30_000)}`,
  `${'a@b'.repeat(30_000)}`,
  `$ ${'<<'.repeat(50_000)}`,
  `${'$ ('.repeat(30_000)}`,
  `$ x\n${'~/'.repeat(50_000)}`,
])('a long text is read quickly', (code) => {
  expect(cpuTime(() => read(code, 'shellscript', true))).toBeLessThan(1000);
});
