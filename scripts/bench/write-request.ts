// A planned call → the lines of a request in each of the eight languages, 10 to 20 of them.

import { fieldKey, httpVerbs, languageForms, objectKey, pathOf, type LanguageId } from './language-forms.ts';
import { capitalise, inCasing, pluralOf } from './naming.ts';
import { isListing, type EntityPlan } from './plan-site.ts';
import type { Value } from './sample-values.ts';

/** The call of a sample, independent of a language. */
export interface Call {
  readonly entity: EntityPlan;
  readonly topic: string;
  /** Method called, in snake case. */
  readonly method: string;
  readonly arguments: readonly (readonly [name: string, value: Value])[];
  /** Fields that are printed afterwards. */
  readonly shown: readonly string[];
  /** Variable that holds the result. */
  readonly result: string;
}

/** A string in double quotes, a number or a boolean, as in most languages. */
const literal = (value: Value): string => JSON.stringify(value);
const pythonLiteral = (value: Value): string =>
  typeof value === 'boolean' ? capitalise(String(value)) : literal(value);

/** Lines of the request of each language. */
export const requestWriters: Readonly<Record<LanguageId, (call: Call) => readonly string[]>> = {
  curl: ({ entity, arguments: args, shown }) => {
    const path = entity.kind === 'object' ? `/${entity.topic}/${pluralOf(entity.noun)}/find` : pathOf(entity);
    const verb = entity.kind === 'object' ? 'POST' : httpVerbs[entity.verb];
    const query = args.map(([name, value]) => `  --data-urlencode "${name}=${value}" \\`);
    return [
      `curl --request ${verb} \\`,
      `  --url "https://api.example.com${path.replace(':id', String(args[0]![1]))}" \\`,
      '  --header "Authorization: Bearer ${ACME_API_KEY}" \\',
      '  --header "Accept: application/json" \\',
      '  --fail-with-body \\',
      ...(verb === 'GET' ? ['  --get \\', ...query] : jsonBody(args)),
      `  | jq '{ ${shown.join(', ')} }'`,
    ];
  },
  js: (call) => [
    "import { Acme } from '@acme/sdk';",
    '',
    'const acme = new Acme(process.env.ACME_API_KEY);',
    '',
    `const ${call.result} = await acme.${call.topic}.${methodKey('js', call)}({`,
    ...call.arguments.map(([name, value]) => `  ${fieldKey('js', name)}: ${literal(value).replaceAll('"', "'")},`),
    '});',
    '',
    ...call.shown.map((name) => `console.log(${call.result}.${fieldKey('js', name)});`),
  ],
  python: (call) => [
    'import os',
    'from acme import Acme',
    '',
    'acme = Acme(api_key=os.environ["ACME_API_KEY"])',
    '',
    `${call.result} = acme.${call.topic}.${methodKey('python', call)}(`,
    ...call.arguments.map(([name, value]) => `    ${name}=${pythonLiteral(value)},`),
    ')',
    '',
    ...call.shown.map((name) => `print(${call.result}.${name})`),
  ],
  ruby: (call) => [
    "require 'acme'",
    '',
    "Acme.configure { |config| config.key = ENV.fetch('ACME_API_KEY') }",
    '',
    `${call.result} = Acme::${capitalise(call.topic)}.${methodKey('ruby', call)}(`,
    ...withCommas(call.arguments.map(([name, value]) => `  ${name}: ${literal(value)}`)),
    ')',
    '',
    ...call.shown.map((name) => `puts ${call.result}.${name}`),
  ],
  go: (call) => [
    `client := ${call.topic}.NewClient(os.Getenv("ACME_API_KEY"))`,
    '',
    `${call.result}, err := client.${methodKey('go', call)}(ctx, ${call.topic}.${methodKey('go', call)}Opts{`,
    ...call.arguments.map(([name, value]) => `\t${fieldKey('go', name)}: ${literal(value)},`),
    '})',
    'if err != nil {',
    '\tlog.Fatal(err)',
    '}',
    '',
    ...call.shown.map((name) => `fmt.Println(${call.result}.${fieldKey('go', name)})`),
  ],
  php: (call) => [
    '<?php',
    '',
    "$acme = new Acme\\Client(getenv('ACME_API_KEY'));",
    '',
    `$${call.result} = $acme->${call.topic}->${methodKey('php', call)}(`,
    ...call.arguments.map(([name, value]) => `    ${fieldKey('php', name)}: ${literal(value)},`),
    ');',
    '',
    ...call.shown.map((name) => `echo $${call.result}->${fieldKey('php', name)}, PHP_EOL;`),
  ],
  java: (call) => {
    const type = resultType('java', call);
    const options = `${capitalise(methodKey('java', call))}Options`;
    return [
      'Acme acme = new Acme(System.getenv("ACME_API_KEY"));',
      '',
      `${options} options = ${options}.builder()`,
      ...call.arguments.map(([name, value]) => `    .${fieldKey('java', name)}(${literal(value)})`),
      '    .build();',
      '',
      `${type} ${call.result} = acme.${call.topic}.${methodKey('java', call)}(options);`,
      '',
      ...call.shown.map((name) => `System.out.println(${call.result}.${fieldKey('java', name)});`),
    ];
  },
  dotnet: (call) => [
    'var acme = new AcmeClient(Environment.GetEnvironmentVariable("ACME_API_KEY"));',
    '',
    `var options = new ${methodKey('dotnet', call)}Options`,
    '{',
    ...call.arguments.map(([name, value]) => `    ${fieldKey('dotnet', name)} = ${literal(value)},`),
    '};',
    '',
    `var ${call.result} = await acme.${capitalise(call.topic)}.${methodKey('dotnet', call)}(options);`,
    '',
    ...call.shown.map((name) => `Console.WriteLine(${call.result}.${fieldKey('dotnet', name)});`),
  ],
};

function methodKey(language: LanguageId, { method }: Call): string {
  return inCasing(method, languageForms[language].methods);
}

function resultType(language: LanguageId, { entity }: Call): string {
  const object = entity.kind === 'object' ? entity : entity.object;
  const key = objectKey(language, object.id);
  return entity.kind === 'method' && isListing(entity.verb) ? `ListOf<${key}>` : key;
}

function jsonBody(args: Call['arguments']): readonly string[] {
  const lines = args.map(([name, value]) => `    ${literal(name)}: ${literal(value)}`);
  return ['  --header "Content-Type: application/json" \\', "  --data '{", ...withCommas(lines), "  }' \\"];
}

/** Adds a comma to every line except the last. */
function withCommas(lines: readonly string[]): readonly string[] {
  return lines.map((line, i) => (i < lines.length - 1 ? `${line},` : line));
}
