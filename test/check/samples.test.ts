// The rules of samples, with one case each: cases with a finding, and many correct cases without one.

import { describe, expect, test } from 'vitest';
import { check, findings } from '../compile.ts';

/**
 * Findings of a page with one method `create_thing` (POST /things/:id) in curl, js, ruby and go.
 * @param files its samples, by name
 * @param block the code block of the page
 */
async function found(files: Readonly<Record<string, string>>, block?: string): Promise<readonly string[]> {
  const parameters = (language: string, id: string, owner: string, data: string): string =>
    [
      [id, ''],
      [owner, 'optional: true'],
      [data, 'optional: true'],
    ]
      .map(
        ([key, optional]) =>
          `        - { key: ${key}, type: ${language === 'ruby' ? 'String' : 'string'}, ` +
          `description: Some text.${optional === '' ? '' : `, ${optional}`} }`,
      )
      .join('\n');
  const languages = [
    ['curl', 'createThing', '/things/:id', 'id', 'owner_id', 'meta_data', '\n      type: POST'],
    ['js', 'createThing', 'things.createThing()', 'id', 'ownerId', 'metaData', ''],
    ['ruby', 'create_thing', 'Things.create_thing()', 'id', 'owner_id', 'meta_data', ''],
    ['go', 'CreateThing', 'things.CreateThing()', 'ID', 'OwnerID', 'MetaData', ''],
  ] as const;
  const returns = `
      returns:
        - key: id
          type: string
          description: Some text.
        - key: size
          type: number
          description: Some text.
        - key: state
          type: '"open" | "shut"'
          optional: true
          description: Some text.
        - key: parts
          type: array
          optional: true
          description: Some text.
          properties:
            - { key: name, type: string, description: Some text. }`;
  const entities = languages.map(
    ([language, key, title, id, owner, data, more]) =>
      `  ${language}:\n    - key: ${key}\n      id: create_thing\n      title: ${title}${more}\n      parameters:\n` +
      `${parameters(language, id, owner, data)}${language === 'curl' ? returns : ''}`,
  );
  const shown = block ?? '<CodeBlock file="create" referenceId="create_thing" />';
  const page = `---\nreference:\n${entities.join('\n')}\n---\n\n# Things\n\n${shown}\n`;
  const samples = Object.entries(files).map(([name, text]) => [`reference/_samples/${name}`, text] as const);
  const compilation = await check({ 'reference/things.mdx': page, ...Object.fromEntries(samples) });
  return findings(compilation)
    .map((finding) => finding.replace('reference/_samples/', ''))
    .filter((finding) => !finding.includes('incomplete-sample'));
}

const address = 'https://api.example.com/things/thing_1';

describe('curl', () => {
  test.each([
    ['a verb in a group of short options', `curl -sSfLX POST ${address}`],
    ['a verb without a space after its option', `curl -XPOST ${address}`],
    ['data that imply POST', `curl ${address} -d owner_id=user_1`],
    ['--json', `curl ${address} --json '{ "owner_id": "user_1" }'`],
    ['a path after a prefix', 'curl -X POST https://api.example.com/v1/things/thing_1'],
    ['a host in a variable', 'curl -X POST "$API/things/$ID"'],
    ['an address in a variable', 'curl -X POST "$URL"'],
    ['a verb in a variable', `curl -X "$VERB" ${address}`],
    ['an address after --url', `curl -X POST --url ${address}`],
    [
      'several requests, one of them to the method',
      `curl https://api.example.com/login -d x=1\ncurl -X POST ${address}`,
    ],
    [
      'variables in JSON',
      `curl ${address} -H 'Content-Type: application/json' -d '{ "size": '"$SIZE"', "name": "'$NAME'" }'`,
    ],
    [
      'a here-document with variables',
      `curl ${address} --json @- <<JSON\n{ "owner_id": "$OWNER", "size": $SIZE }\nJSON`,
    ],
    ['JSON from a file', `curl ${address} --json @thing.json`],
    [
      'data that look like JSON, with another Content-Type',
      `curl ${address} -H 'Content-Type: text/plain' -d '{ not json'`,
    ],
    ['a form', `curl ${address} -d 'owner_id=user_1&note={'`],
    ['a pipe after the command', `curl -X POST ${address} | jq '.data[] | { ownerId }'`],
  ])('accepts %s', async (_name, text) => {
    expect(await found({ 'create.sh': `${text}\n` })).toEqual([]);
  });

  test.each([
    ['the verb GET, because of -G', `curl -G ${address} -d owner_id=user_1`, 'warning wrong-verb create.sh:1:6'],
    [
      'the verb of -X, although the data imply POST',
      `curl -X PUT ${address} -d owner_id=user_1`,
      'warning wrong-verb create.sh:1:9',
    ],
    ['a path that is too short', 'curl -X POST https://api.example.com/things', 'warning wrong-path create.sh:1:37'],
    ['JSON without a comma', `curl ${address} --json '{\n  "a": 1\n  "b": 2\n}'`, 'error sample-syntax create.sh:2:8'],
    [
      'a syntax error of JSON in a here-document',
      `curl ${address} --json @- <<'JSON'\n{\n  "a": [1, 2\n}\nJSON`,
      'error sample-syntax create.sh:3:12',
    ],
    [
      'a syntax error of data whose Content-Type is JSON',
      `curl ${address} -H 'content-type: application/json' -d 'owner'`,
      'error sample-syntax create.sh:1:85',
    ],
    [
      'a field of JSON in the spelling of another language',
      `curl ${address} --json '{ "ownerId": "user_1" }'`,
      'warning foreign-spelling create.sh:1:55',
    ],
    [
      'a field of a form in the spelling of another language',
      `curl ${address} -d ownerId=user_1`,
      'warning foreign-spelling create.sh:1:48',
    ],
    [
      'a space after the backslash that continues a line',
      `curl -X POST ${address} \\ \n  --header "A: b"`,
      'error lost-continuation create.sh:2:3',
    ],
  ])('reports %s', async (_name, text, finding) => {
    expect(await found({ 'create.sh': `${text}\n` })).toEqual([finding]);
  });
});

describe('spelling of names', () => {
  test.each([
    ['create.rb', 'ownerId = 1\nThings.create_thing(id: 1, owner_id: ownerId)\n'],
    ['create.js', 'const owner_id = 1;\nawait things.createThing({ ownerId: owner_id });\n'],
    ['create.js', 'await things.createThing({ metaData: { owner_id: 1 } });\n'],
    ['create.js', 'await fetch("/x", { body: JSON.stringify({ owner_id: 1 }) });\nthings.createThing();\n'],
    ['create.go', 'things.CreateThing(ctx, map[string]any{"owner_id": 1})\n'],
    ['create.go', 'things.CreateThing(ctx, Opts{OwnerId: 1})\n'],
    ['create.js', '// owner_id: the owner\nthings.createThing();\n'],
  ])('reports nothing in %s: %s', async (name, text) => {
    expect(await found({ [name]: text })).toEqual([]);
  });

  test.each([
    ['create.rb', 'Things.create_thing(ownerId: 1, id: 2)\n', 'warning foreign-spelling create.rb:1:21'],
    ['create.js', 'const { owner_id } = await things.createThing();\n', 'warning foreign-spelling create.js:1:9'],
    [
      'create.js',
      'const thing = await things.createThing();\nthing.owner_id;\n',
      'warning foreign-spelling create.js:2:7',
    ],
    ['create.go', 'things.CreateThing(ctx, Opts{ownerId: 1})\n', 'warning foreign-spelling create.go:1:30'],
  ])('reports the spelling of another language in %s: %s', async (name, text, finding) => {
    expect(await found({ [name]: text })).toEqual([finding]);
  });

  test('reports only the syntax error of a sample that cannot be parsed', async () => {
    expect(await found({ 'create.js': 'things.deleteThing({ owner_id: 1 );\n' })).toEqual([
      'error sample-syntax create.js:1:20',
    ]);
  });

  test('does not require the name of the method in a tab about installation', async () => {
    const block =
      '<CodeBlock referenceId="create_thing">\n<CodeBlockTab title="Call" file="create" />\n' +
      '<CodeBlockTab title="Install" file="install" />\n</CodeBlock>';
    expect(await found({ 'create.js': 'things.createThing();\n', 'install.js': 'install();\n' }, block)).toEqual([]);
  });
});

describe('responses of a method', () => {
  const tabs = (title: string): string =>
    `<CodeBlock referenceId="create_thing"><CodeBlockTab title="${title}" file="answer" /></CodeBlock>`;
  const answer = (text: string, title = 'Response'): Promise<readonly string[]> =>
    found({ 'answer.json': text }, tabs(title));

  test.each([
    '{ "id": "thing_1", "size": 1 }',
    '{ "id": "thing_1", "size": 1, "state": null, "parts": null }',
    '{ "id": "thing_1", "size": 1.5, "state": "open", "parts": [{ "name": "a" }, { "name": "b" }] }',
  ])('accepts %s', async (text) => {
    expect(await answer(text)).toEqual([]);
  });

  test('does not compare errors and request bodies with the keys that the method returns', async () => {
    expect(await answer('{ "code": "no" }', 'Error')).toEqual([]);
    expect(await answer('{ "code": "no" }', 'Request body')).toEqual([]);
  });

  test.each([
    ['{ "id": "thing_1", "size": "1" }', 'warning wrong-value answer.json:1:28'],
    ['{ "id": "thing_1", "size": null }', 'warning wrong-value answer.json:1:28'],
    ['{ "id": "thing_1", "size": 1, "state": "ajar" }', 'warning wrong-value answer.json:1:40'],
    ['{ "id": "thing_1", "size": 1, "parts": {} }', 'warning wrong-value answer.json:1:40'],
    ['{ "id": "thing_1", "size": 1, "parts": [{ "nam": "a" }] }', 'warning undocumented-key answer.json:1:43'],
    ['{ "id": "thing_1" }', 'warning missing-response-key answer.json:1:1'],
    ['{ "id": "thing_1", "size": 1, }', 'error sample-syntax answer.json:1:29'],
    ["{ 'id': 1 }", 'error sample-syntax answer.json:1:3'],
    ['{ "id": "thing_1" // the id\n}', 'error sample-syntax answer.json:1:19'],
  ])('reports the mistake in %s', async (text, finding) => {
    expect(await answer(text)).toEqual([finding]);
  });
});

describe('invisible characters', () => {
  test.each([
    ['in a name', 'create.js', 'things.createThing("1", { own\u200berId: 2 });\n'],
    ['between words', 'create.js', 'things.createThing(\u200b"1");\n'],
    ['that change the direction of text', 'create.js', 'things.createThing("1"); \u202e\n'],
    ['in JSON', 'create.json', '{ "id":\u200b "1", "size": 1, "state": "open" }\n'],
  ])('%s are one finding', async (_name, file, text) => {
    const all = await found({
      [file]: text,
      ...(file.endsWith('.js') ? {} : { 'create.js': 'things.createThing("1");\n' }),
    });
    expect(all.filter((finding) => finding.includes(file))).toEqual([
      expect.stringContaining('error invisible-character '),
    ]);
  });

  test('do not hide a syntax error', async () => {
    const all = await found({ 'create.js': 'things.createThing(\u200b"1";\n' });
    expect(all.map((finding) => finding.split(' ')[1])).toEqual(['sample-syntax', 'invisible-character']);
  });
});

describe('the syntax of responses', () => {
  test.each([
    ['answer.http', 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{ "a": "b }\n', '4:8'],
    ['answer.http', 'POST /things HTTP/1.1\r\n\r\n{ "a": 1,, }\r\n', '3:9'],
    ['answer.json', '{ "a": "b }\n', '1:8'],
    ['answer.yaml', 'a: "b\n', '1:4'],
    ['answer.xml', '<a><b></a>\n', '1:4'],
  ])('reports a mistake in %s: %j', async (file, text, place) => {
    const block = '<CodeBlock file="answer" />';
    expect(await found({ [file]: text }, block)).toEqual([`error sample-syntax ${file}:${place}`]);
  });

  test.each([
    ['answer.http', 'HTTP/1.1 204 No Content\n'],
    ['answer.http', 'HTTP/1.1 200 OK\nContent-Type: text/html\n\n{ not json\n'],
    ['answer.http', 'GET /things?a={b} HTTP/1.1\nAccept: */*\n\n'],
    ['answer.txt', '{ "a\n'],
  ])('reports nothing where %s is not known to be data: %j', async (file, text) => {
    expect(await found({ [file]: text }, '<CodeBlock file="answer" />')).toEqual([]);
  });
});
