// The content of the tests of pages that follow changes: a reference with nested rows, code tabs, and a long guide.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes a file of the content. */
export function writeFile(folder: string, path: string, text: string): void {
  const file = join(folder, 'content', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** The reference page, with a description of one property, a text in its body, and further properties. */
export function referenceWith({ description = 'The id.', text = 'About things.', more = '' } = {}): string {
  const rows = Array.from(
    { length: 30 },
    (_, i) => `        - { key: field${i}, type: string, description: Field ${i}. }\n`,
  );
  const form = (language: string): string =>
    `  ${language}:\n    - key: Thing\n      id: thing\n      properties:\n` +
    '        - { key: id, type: string, description: (thing.id) }\n' +
    '        - key: owner\n          type: object\n          description: Who has it.\n' +
    '          properties:\n            - { key: name, type: string, description: A name. }\n' +
    `${rows.join('')}${more}`;
  return (
    `---\ntitle: Thing\ndescriptions:\n  thing:\n    id: ${description}\nreference:\n${form('js')}${form('php')}---\n\n` +
    `${text}\n\n<CodeBlock title="Use">\n  <CodeBlockTab title="First" file="first" />\n` +
    '  <CodeBlockTab title="Second" file="second" />\n</CodeBlock>\n'
  );
}

/** A guide that is longer than a screen. */
export function guideWith(last: string): string {
  const parts = Array.from({ length: 40 }, (_, i) => `## Part ${i}\n\nParagraph ${i} of the guide.\n`);
  return `# Guide\n\n${parts.join('\n')}\n${last}\n`;
}

/** Writes the whole content. */
export function writeSite(folder: string): void {
  writeFile(folder, 'site.yaml', 'title: Things\nlanguages: [js, php]\n');
  writeFile(folder, 'index.mdx', '# Home\n');
  writeFile(folder, 'ref/thing.mdx', referenceWith());
  writeFile(folder, 'guides/guide.mdx', guideWith('The end.'));
  for (const stem of ['first', 'second']) {
    writeFile(folder, `ref/_samples/${stem}.js`, `${stem}(1);\n`);
    writeFile(folder, `ref/_samples/${stem}.php`, `${stem}(1);\n`);
  }
}
