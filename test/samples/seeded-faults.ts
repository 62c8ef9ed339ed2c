// Mistakes for the example's samples: one of each kind in each language, as authors in a hurry make them.

/** One mistake: in a file, a text is replaced by another. */
export interface SeededFault {
  /** From `content/reference`, without `_samples/`. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

/** A kind of mistake, with one mistake for each language. Each gives exactly one finding. */
export interface SeededKind {
  readonly name: string;
  readonly code: string;
  readonly faults: readonly SeededFault[];
}

type Edit = readonly [find: string, replace: string];

const kind = (name: string, code: string, stem: string, edits: Readonly<Record<string, Edit>>): SeededKind => ({
  name,
  code,
  faults: Object.entries(edits).map(([extension, [find, replace]]) => ({
    file: `${stem}.${extension}`,
    find,
    replace,
  })),
});

const create = 'organization/create-organization-request';
const list = 'organization/list-organizations-request';
const update = 'organization/update-organization-request';
const authenticate = 'session/authenticate-session-request';
const events = 'events/list-events-request';

export const seededKinds: readonly SeededKind[] = [
  kind('a closing bracket is lost', 'sample-syntax', create, {
    js: ['\n});', '\n};'],
    py: ['"state": "pending"}],', '"state": "pending"},'],
    rb: ['region: "eu" }\n)', 'region: "eu" }\n'],
    go: ['{{Domain: "northwind.example"}},', '{{Domain: "northwind.example"},'],
    php: ['    ],\n    externalId', '    ,\n    externalId'],
    java: ['DomainDataState.Pending)))', 'DomainDataState.Pending))'],
    cs: ['            },\n        ],', '            ,\n        ],'],
    sh: ['"pending" }', '"pending" '],
  }),
  kind('an opening bracket is lost', 'sample-syntax', create, {
    js: ['domainData: [{', 'domainData: {'],
    py: ['metadata={"plan"', 'metadata="plan"'],
    rb: ['create_organization(\n', 'create_organization\n'],
    go: ['func main() {', 'func main() '],
    php: ['metadata: ["plan"', 'metadata: "plan"'],
    java: ['List.of(new', 'List.of new'],
    cs: ['new CreateOrganizationOptions\n    {', 'new CreateOrganizationOptions\n    '],
    sh: ['"domain_data": [', '"domain_data": '],
  }),
  kind('a closing quote is lost', 'sample-syntax', create, {
    js: ["externalId: 'customer-1042',", "externalId: 'customer-1042,"],
    py: ['external_id="customer-1042",', 'external_id="customer-1042,'],
    rb: ['external_id: "customer-1042",', 'external_id: "customer-1042,'],
    go: ['"customer-1042",', '"customer-1042,'],
    php: ['externalId: "customer-1042",', 'externalId: "customer-1042,'],
    java: ['.externalId("customer-1042")', '.externalId("customer-1042)'],
    cs: ['ExternalId = "customer-1042",', 'ExternalId = "customer-1042,'],
    sh: ['"external_id": "customer-1042",', '"external_id": "customer-1042,'],
  }),
  kind('an opening quote is lost', 'sample-syntax', list, {
    js: ["['northwind.example'", "[northwind.example'"],
    py: ['["northwind.example"', '[northwind.example"'],
    rb: ['["northwind.example"', '[northwind.example"'],
    go: ['{"northwind.example"', '{northwind.example"'],
    php: ['["northwind.example"', '[northwind.example"'],
    java: ['("northwind.example"', '(northwind.example"'],
    cs: ['["northwind.example"', '[northwind.example"'],
    sh: ['--header "Authorization', '--header Authorization'],
  }),
  kind('a comma is lost', 'sample-syntax', authenticate, {
    js: ["'client_01J9ZH5V0B',", "'client_01J9ZH5V0B'"],
    py: ['"client_01J9ZH5V0B",', '"client_01J9ZH5V0B"'],
    go: ['"client_01J9ZH5V0B",', '"client_01J9ZH5V0B"'],
    php: ['"client_01J9ZH5V0B",', '"client_01J9ZH5V0B"'],
    cs: ['"client_01J9ZH5V0B",', '"client_01J9ZH5V0B"'],
    sh: ['"client_01J9ZH5V0B",', '"client_01J9ZH5V0B"'],
  }),
  kind('a comma is lost, elsewhere', 'sample-syntax', create, {
    rb: ['external_id: "customer-1042",', 'external_id: "customer-1042"'],
    java: ['"northwind.example", DomainDataState', '"northwind.example" DomainDataState'],
  }),
  kind('a word is misspelt', 'sample-syntax', list, {
    js: ['for (const organization of', 'fro (const organization of'],
    py: ['for organization in', 'fro organization in'],
    rb: ['.each do |organization|', '.each od |organization|'],
    go: ['func main()', 'fucn main()'],
    php: ['foreach ($list->data as', 'foreach ($list->data sa'],
    java: ['public class', 'pubilc class'],
    cs: ['foreach (var organization in', 'foreach (var organization ni'],
    sh: ['| jq', '| | jq'],
  }),
  kind('an operator stands twice', 'sample-syntax', update, {
    js: ['const organization = await', 'const organization = = await'],
    py: ['organization = latchkey', 'organization = = latchkey'],
    rb: ['organization = Latchkey', 'organization = = Latchkey'],
    go: ['org, err := client', 'org, err := := client'],
    php: ['$organization = $organizations', '$organization = = $organizations'],
    java: ['var organization = latchkey', 'var organization = = latchkey'],
    cs: ['var organization = await', 'var organization = = await'],
    sh: ['"name": ', '"name": : '],
  }),
  kind('the end of a block is lost', 'sample-syntax', list, {
    js: ['organization.name);\n}', 'organization.name);\n'],
    py: ['    print(', 'print('],
    rb: ['\nend\n', '\n'],
    go: ['organization.Name)\n\t}\n}', 'organization.Name)\n\t}\n'],
    php: ['\\n";\n}', '\\n";\n'],
    java: ['organization.name);\n    }', 'organization.name);\n    '],
    cs: ['{organization.Name}");\n}', '{organization.Name}");\n'],
  }),
  kind('an argument in the spelling of another language', 'foreign-spelling', authenticate, {
    js: ['clientId:', 'client_id:'],
    py: ['client_id=', 'clientId='],
    go: ['ClientID:', 'ClientId:'],
    php: ['clientId:', 'client_id:'],
    java: ['.clientId(', '.client_id('],
    cs: ['ClientId =', 'ClientID ='],
    sh: ['"client_id":', '"clientId":'],
  }),
  kind('an argument in the spelling of another language, in Ruby', 'foreign-spelling', create, {
    rb: ['external_id:', 'externalId:'],
  }),
  kind('a nested key in the spelling of another language', 'foreign-spelling', create, {
    js: ['domainData:', 'DomainData:'],
    py: ['domain_data=', 'domainData='],
    rb: ['domain_data:', 'domainData:'],
    go: ['DomainData: []', 'domainData: []'],
    php: ['domainData:', 'domain_data:'],
    java: ['.domainData(', '.domain_data('],
    cs: ['DomainData =', 'domainData ='],
    sh: ['"domain_data"', '"domainData"'],
  }),
  kind('a member in the spelling of another language', 'foreign-spelling', update, {
    js: ['organization.updatedAt', 'organization.updated_at'],
    py: ['organization.updated_at', 'organization.updatedAt'],
    rb: ['organization.updated_at', 'organization.updatedAt'],
    go: ['org.UpdatedAt', 'org.updated_at'],
    php: ['$organization->updatedAt', '$organization->updated_at'],
    java: ['organization.updatedAt', 'organization.updated_at'],
    cs: ['organization.UpdatedAt', 'organization.updatedAt'],
  }),
  kind('a field of a form in the spelling of another language', 'foreign-spelling', events, {
    sh: ['"range_start=', '"rangeStart='],
  }),
  kind('the call of another method', 'sample-without-key', 'sso/connection/get-connection-request', {
    js: ['getConnection(', 'deleteConnection('],
    py: ['get_connection(', 'delete_connection('],
    rb: ['get_connection(', 'delete_connection('],
    go: ['client.GetConnection(', 'client.DeleteConnection('],
    php: ['getConnection(', 'deleteConnection('],
    java: ['getConnection(', 'deleteConnection('],
    cs: ['GetConnectionAsync(', 'DeleteConnectionAsync('],
  }),
  kind('another verb', 'wrong-verb', 'sso/connection/get-connection-request', {
    sh: ['--request GET', '--request DELETE'],
  }),
  kind('a verb that data implies', 'wrong-verb', list, { sh: ['  --get \\\n', ''] }),
  kind('another path', 'wrong-path', 'session/list-sessions-request', { sh: ['/sessions', '/organizations'] }),
  kind('a lost continuation', 'lost-continuation', 'sso/connection/delete-connection-request', {
    sh: ['--request DELETE \\', '--request DELETE'],
  }),
  kind('JSON with a comma too many', 'sample-syntax', create, { sh: ['"eu" }\n', '"eu" },\n'] }),
  kind('JSON with a key without quotes', 'sample-syntax', authenticate, { sh: ['"code":', 'code:'] }),
  kind('a response without a bracket', 'sample-syntax', 'organization/organization', {
    json: ['    }\n  ],', '    }\n  ,'],
  }),
  kind('a response without a comma', 'sample-syntax', 'organization/get-organization-response', {
    json: ['"Northwind",', '"Northwind"'],
  }),
  kind('a response with an undocumented key', 'undocumented-key', 'organization/get-organization-response', {
    json: ['"external_id"', '"externalId"'],
  }),
  kind('a response with an undocumented key inside', 'undocumented-key', 'organization/create-organization-response', {
    json: ['"state": "pending"', '"state": "pending",\n      "verified": false'],
  }),
  kind('a response that lacks a key', 'missing-response-key', 'organization/update-organization-response', {
    json: ['  "name": "Northwind Freight",\n', ''],
  }),
  kind('a number for a text', 'wrong-value', 'organization/organization', { json: ['"Northwind"', '1042'] }),
  kind('a text for a truth', 'wrong-value', 'organization/organization', { json: ['false', '"false"'] }),
  kind('a null that the reference does not allow', 'wrong-value', 'organization/organization', {
    json: ['"2026-03-01T09:14:22.000Z"', 'null'],
  }),
  kind('a text that is not the documented one', 'wrong-value', 'organization/organization', {
    json: ['"organization"', '"organisation"'],
  }),
];
