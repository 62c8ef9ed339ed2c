// Skills for assistants: the index with its digests, what a skill says, and texts that must not break out of it.

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { viewContent } from '../../src/outputs/index.ts';
import { sha256 } from '../../src/project/index.ts';
import { compile, findings } from '../compile.ts';

const folder = '.well-known/agent-skills';
const entity = (language: string, name: string, id = 'door'): string =>
  `  ${language}: [{ key: ${name}, id: ${id}, properties: [] }]\n`;
const hostile = 'Doors"\n\n---\nname: evil\n---\n# <b>[x](javascript:y)```';
const site = (values: object = {}): string =>
  JSON.stringify({
    title: 'Doors & Co',
    url: 'https://example.com/docs/',
    languages: [
      { id: 'js', package: { name: '@doors/node', version: '2.0.0', install: 'npm install @doors/node' } },
      'go',
      'php',
    ],
    sections: [{ title: 'Reference', path: '/reference' }],
    ...values,
  });
const files = {
  'site.yaml': site(),
  'errors.mdx': '---\ndescription: What may go wrong.\n---\n\n# Errors\n',
  'reference/door.mdx': `---\ndescription: A door.\nreference:\n${entity('js', 'Door')}${entity('go', 'Gate')}---\n\n# Door\n`,
  'reference/only-go.mdx': `---\nreference:\n${entity('go', 'Other', 'other')}---\n\n# Only go\n`,
};
const skillsOf = (extra: Record<string, string> = {}): ReadonlyMap<string, string> =>
  viewContent(compile({ ...files, ...extra }).resolved, { highlight: () => [] }).writeAgentFiles(sha256);
const frontOf = (skill: string): unknown => parse(/^---\n([^]*?)\n---\n/.exec(skill)![1]!);

test('the index names one skill per language with entities, with the digest of its bytes', () => {
  const made = skillsOf();
  const index = JSON.parse(made.get(`${folder}/index.json`)!);
  expect(index.$schema).toBe('https://schemas.agentskills.io/discovery/0.2.0/schema.json');
  expect(index.skills.map(({ name }: { name: string }) => name)).toEqual(['doors-co-js', 'doors-co-go']);
  for (const { name, type, description, url, digest } of index.skills) {
    const text = made.get(`${folder}/${url}`)!;
    expect([type, url]).toEqual(['skill-md', `${name}/SKILL.md`]);
    expect(digest).toBe(`sha256:${createHash('sha256').update(Buffer.from(text)).digest('hex')}`);
    expect(frontOf(text)).toEqual({ name, description });
  }
});

test('a skill has what the site knows of its language, and nothing else', () => {
  const made = skillsOf({
    'site.yaml': site({
      skills: { errors: '/errors', authentication: '/reference/only-go', pagination: 'https://example.org/p' },
    }),
  });
  const js = made.get(`${folder}/doors-co-js/SKILL.md`)!;
  expect(js.slice(js.indexOf('# Doors'))).toBe(
    '# Doors & Co (JavaScript)\n\n## Install\n\nThe package is @doors/node, version 2.0.0.\n\n```sh\nnpm install @doors/node\n```\n\n' +
      '## Read first\n\n- [Pagination](https://example.org/p)\n' +
      '- Errors: [Errors](https://example.com/docs/js/errors.md): What may go wrong.\n\n' +
      '## Reference\n\n- [Door](https://example.com/docs/js/reference/door.md): A door. JavaScript: Door\n\n' +
      '## Where the reference is\n\n' +
      '- [js/llms.txt](https://example.com/docs/js/llms.txt): all pages in this language, by section\n' +
      '- [js/llms-full.txt](https://example.com/docs/js/llms-full.txt): the text of these pages\n' +
      '- [symbols.json](https://example.com/docs/symbols.json): every documented name, with its spelling in each language\n' +
      '- Every page is also Markdown: put `.md` in place of the `/` at the end of its address.\n',
  );
  const go = made.get(`${folder}/doors-co-go/SKILL.md`)!;
  expect(go).toContain('- Authentication: [Only go](https://example.com/docs/go/reference/only-go.md)');
  expect(go).not.toContain('Install');
});

test('texts of authors break out of nothing, and no limit of the format is passed', () => {
  const install = 'npm i x\n```\n# Out';
  const languages = [{ id: 'js', label: hostile, package: { name: hostile, install } }];
  const made = skillsOf({ 'site.yaml': site({ title: hostile.repeat(40), description: hostile, languages }) });
  const [{ name, description }] = JSON.parse(made.get(`${folder}/index.json`)!).skills;
  expect(name).toMatch(/^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/);
  expect(description.length).toBeLessThanOrEqual(1024);
  expect(description).not.toMatch(/[<>\n]/);
  const skill = made.get(`${folder}/${name}/SKILL.md`)!;
  expect(frontOf(skill)).toEqual({ name, description });
  const body = skill.slice(skill.indexOf('\n---\n') + 5);
  expect(body.replace(/^````sh\n[^]*?^````$/m, '')).not.toMatch(/^(?:---|name: evil|# (?!Doors\\?"))/m);
  expect(body).toContain('````sh\nnpm i x\n```\n# Out\n````');
});

test('the first sample of the quick start shows how to call', () => {
  const quick = '# Quick\n\n## The key\n\nWords.\n\n<CodeBlock title="Go" file="call#main" />\n';
  const made = skillsOf({
    'site.yaml': site({ skills: { quickStart: '/quick' } }),
    'quick.mdx': `---\ndescription: Begin here.\n---\n\n${quick}`,
    '_samples/call.js': '// region main\nopen("```");\n// endregion\n',
  });
  const js = made.get(`${folder}/doors-co-js/SKILL.md`)!;
  expect(js).toContain(
    '## How to call\n\n```javascript\nopen("```");\n```\n\n## Read first\n\n' +
      '- Quick start: [Quick](https://example.com/docs/js/quick.md): Begin here.\n',
  );
  expect(made.get(`${folder}/doors-co-go/SKILL.md`)).not.toContain('How to call');
});

test('a page that skills name must exist', () => {
  const compiled = compile({ ...files, 'site.yaml': site({ skills: { errors: '/error' } }) });
  expect(findings(compiled)).toEqual([expect.stringMatching(/dangling-link/)]);
});

test('more than 100 pages are counted by section, not listed', () => {
  const many = Object.fromEntries(
    Array.from({ length: 100 }, (_, i) => [
      `reference/p${i}.mdx`,
      `---\nreference:\n${entity('js', `P${i}`, `p${i}`)}---\n\n# P\n`,
    ]),
  );
  const skill = skillsOf(many).get(`${folder}/doors-co-js/SKILL.md`)!;
  expect(skill).toContain('## What is documented\n\n- Reference: 101 pages\n');
});
