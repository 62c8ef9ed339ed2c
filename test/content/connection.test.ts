// The example's connection page has the data model of the format's own example: fields, types, optional flags, and the
// two casings of `state`. The expected model stands here; the test reads the page without the compiler.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

/** `key type path`, with `?` after an optional key. Paths are below `connection`. */
const model: Readonly<Record<string, readonly string[]>> = {
  curl: [
    'object "connection" object',
    'id string id',
    'organization_id? string organization_id',
    'connection_type enum connection_type',
    'name string name',
    'state enum state.lowercase',
    'created_at string created_at',
    'updated_at string updated_at',
    'domains array domains',
  ],
  dotnet: [
    'Object "connection" object',
    'Id string id',
    'OrganizationId? string organization_id',
    'Type string connection_type',
    'Name string name',
    'State ConnectionState state.titlecase',
    'CreatedAt string created_at',
    'UpdatedAt string updated_at',
  ],
  php: [
    'id string id',
    'organizationId? string organization_id',
    'connectionType? string connection_type',
    'name string name',
    'state string state.lowercase',
    'createdAt string created_at',
    'updatedAt string updated_at',
  ],
  ruby: [
    'id String id',
    'organization_id? String organization_id',
    'connection_type String connection_type',
    'name String name',
    'state String state.lowercase',
    'created_at String created_at',
    'updated_at String updated_at',
    'domains Array[Hash] domains',
  ],
  python: [
    'id str id',
    'organization_id? str organization_id',
    'connection_type ConnectionType connection_type',
    'name str name',
    'state str state.lowercase',
    'created_at str created_at',
    'updated_at str updated_at',
    'domains list[ConnectionDomain] domains',
  ],
  js: [
    'id string id',
    'organizationId? string organization_id',
    'type? string connection_type',
    'name string name',
    'state string state.lowercase',
    'createdAt string created_at',
    'updatedAt string updated_at',
    'domains OrganizationDomain[] domains',
  ],
  go: [
    'ID string id',
    'OrganizationID? string organization_id',
    'ConnectionType sso.ConnectionType connection_type',
    'Name string name',
    'State sso.ConnectionState state.lowercase',
    'CreatedAt string created_at',
    'UpdatedAt string updated_at',
    'Domains []sso.ConnectionDomain domains',
  ],
  java: [
    'obj "connection" object',
    'id String id',
    'organizationId? String organization_id',
    'connectionType? ConnectionType connection_type',
    'domains List<ConnectionDomain> domains',
    'name String name',
    'state ConnectionState state.titlecase',
    'createdAt String created_at',
    'updatedAt String updated_at',
  ],
};

interface Property {
  readonly key: string;
  readonly type: string;
  readonly optional?: boolean;
  readonly description: string;
}

test('the connection page has the model of the format’s example', () => {
  const text = readFileSync(join(import.meta.dirname, '../../content/reference/sso/connection/index.mdx'), 'utf8');
  const { reference } = parse(text.split(/^---$/m)[1]!) as { reference: Record<string, { properties: Property[] }[]> };
  const found = Object.entries(reference).map(([language, [entity]]) => [
    language,
    entity!.properties.map(
      ({ key, type, optional, description }) =>
        `${key}${optional ? '?' : ''} ${type} ${description.slice(1, -1).replace(/^connection\./, '')}`,
    ),
  ]);
  expect(Object.fromEntries(found)).toEqual(model);
});
