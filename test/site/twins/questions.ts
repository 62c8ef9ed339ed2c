// Questions about the example reference: the page that answers each, and the text that the answer is read from, by
// language.

/** A question, its route, and the expected text in each language that has an answer. */
export interface Question {
  readonly asks: string;
  readonly route: string;
  readonly answers: Readonly<Record<string, string>>;
}

const list = 'reference/sso/connection/list';
const create = 'reference/organization/create';
const token = 'reference/sso/profile/get-profile-and-token';

export const questions: readonly Question[] = [
  {
    asks: 'Which method lists connections?',
    route: list,
    answers: {
      curl: 'GET `/connections`',
      js: '`sso.listConnections()`',
      python: '`sso.list_connections()`',
      ruby: '`SSO.list_connections()`',
      go: '`sso.ListConnections()`',
      php: '`$sso->listConnections()`',
      java: '`sso.listConnections()`',
      dotnet: '`latchkey.Sso.ListConnectionsAsync()`',
    },
  },
  {
    asks: 'What type is the limit of a list?',
    route: list,
    answers: {
      curl: '`limit` `number`',
      js: '`limit` `number`',
      python: '`limit` `int`',
      ruby: '`limit` `Integer`',
      go: '`Limit` `int`',
      php: '`limit` `int`',
      java: '`limit` `int`',
      dotnet: '`Limit` `int`',
    },
  },
  {
    asks: 'Is the limit optional?',
    route: list,
    answers: {
      curl: '`limit` `number` optional',
      python: '`limit` `int` optional',
      go: '`Limit` `int` optional',
      java: '`limit` `int` optional',
    },
  },
  {
    asks: 'How is the organization of a filter called?',
    route: list,
    answers: {
      curl: '`organization_id`',
      js: '`organizationId`',
      python: '`organization_id`',
      ruby: '`organization_id`',
      go: '`OrganizationID`',
      php: '`organizationId`',
      java: '`organizationId`',
      dotnet: '`OrganizationId`',
    },
  },
  {
    asks: 'Which values may the order have?',
    route: list,
    answers: { curl: '`"asc" | "desc"`', js: '`"asc" | "desc"`', python: '`Literal["asc", "desc"]`' },
  },
  {
    asks: 'What does a list of connections hold?',
    route: list,
    answers: {
      js: '`data` [`Connection`]',
      python: '`data` `list[`[`Connection`]',
      ruby: '`data` `Array[`[`Connection`]',
      php: '`data` [`Connection`]',
      java: '`data` `List<`[`Connection`]',
    },
  },
  {
    asks: 'How is the cursor of the next page called?',
    route: list,
    answers: { js: '`after` `string`', go: '`After` `string`', dotnet: '`After` `string`' },
  },
  {
    asks: 'Which class builds the options?',
    route: list,
    answers: { java: '`builder()` `ListConnectionsOptionsBuilder`' },
  },
  { asks: 'Does the method take a context?', route: list, answers: { go: '`ctx` `context.Context`' } },
  {
    asks: 'Is there a context in other languages?',
    route: list,
    answers: {
      js: '`ctx` is not in JavaScript. It is in [Go]',
      ruby: '`ctx` is not in Ruby. It is in [Go]',
      php: '`ctx` is not in PHP. It is in [Go]',
    },
  },
  {
    asks: 'Can the call be cancelled?',
    route: list,
    answers: {
      dotnet: '`cancellationToken` `CancellationToken` optional',
      js: '`cancellationToken` is not in JavaScript. It is in [.NET]',
    },
  },
  {
    asks: 'Which method creates an organization?',
    route: create,
    answers: {
      curl: 'POST `/organizations`',
      js: '`organizations.createOrganization()`',
      python: '`organizations.create_organization()`',
      ruby: '`Organizations.create_organization()`',
      go: '`organizations.CreateOrganization()`',
      php: '`$organizations->createOrganization()`',
      dotnet: '`latchkey.Organizations.CreateOrganizationAsync()`',
    },
  },
  {
    asks: 'Is the name of an organization required?',
    route: create,
    answers: {
      curl: '- `name` `string`\n',
      js: '- `name` `string`\n',
      python: '- `name` `str`\n',
      ruby: '- `name` `String`\n',
      go: '- `Name` `string`\n',
      java: '- `name` `String`\n',
    },
  },
  {
    asks: 'What is the default state of a domain?',
    route: create,
    answers: {
      curl: 'default `"pending"`',
      js: 'default `"pending"`',
      python: 'default `"pending"`',
      ruby: 'default `"pending"`',
      go: 'default `"pending"`',
      php: 'default `"pending"`',
      java: 'default `Pending`',
      dotnet: 'default `Pending`',
    },
  },
  {
    asks: 'What type has the metadata?',
    route: create,
    answers: {
      curl: '`metadata` `object`',
      js: '`Record<string, string>`',
      python: '`dict[str, str]`',
      ruby: '`metadata` `Hash`',
      go: '`map[string]string`',
      php: '`metadata` `array`',
      java: '`Map<String, String>`',
      dotnet: '`Dictionary<string, string>`',
    },
  },
  {
    asks: 'Which type has the external id?',
    route: create,
    answers: { python: '`external_id` `str` optional', dotnet: '`ExternalId` `string` optional' },
  },
  {
    asks: 'How are the domains called?',
    route: create,
    answers: { curl: '`domain_data`', js: '`domainData`', go: '`DomainData`', dotnet: '`DomainData`' },
  },
  {
    asks: 'Which request exchanges the code?',
    route: token,
    answers: {
      curl: 'POST `/sso/token`',
      dotnet: '`latchkey.Sso.GetProfileAndTokenAsync()`',
      python: '`sso.get_profile_and_token()`',
      js: '`sso.getProfileAndToken()`',
    },
  },
  {
    asks: 'Is the secret passed to the call?',
    route: token,
    answers: { curl: '`client_secret` `string`', python: '`client_secret` is not in Python. It is in [cURL]' },
  },
  { asks: 'Which grant type is sent?', route: token, answers: { curl: '`grant_type` `"authorization_code"`' } },
  {
    asks: 'What does the exchange return?',
    route: token,
    answers: {
      js: '`profile` [`Profile`]',
      python: '`profile` [`Profile`]',
      ruby: '`profile` [`Profile`]',
      php: '`profile` [`Profile`]',
    },
  },
  {
    asks: 'How is the token called?',
    route: token,
    answers: {
      curl: '`access_token` `string`',
      js: '`accessToken` `string`',
      python: '`access_token` `str`',
      ruby: '`access_token` `String`',
      php: '`accessToken` `string`',
    },
  },
  {
    asks: 'Which class is a connection?',
    route: 'reference/sso/connection',
    answers: { python: '## `ConnectionWithDomains`' },
  },
  {
    asks: 'Which states may a connection have?',
    route: 'reference/sso/connection',
    answers: { python: '* `validating`', js: '* `validating`', curl: '* `validating`' },
  },
  {
    asks: 'Does a connection name its object?',
    route: 'reference/sso/connection',
    answers: { python: '`object` is not in Python. It is in [cURL]', curl: '`object`' },
  },
  {
    asks: 'Which package has the method?',
    route: list,
    answers: { python: 'latchkey 5.2.1', js: '@latchkey/node 6.4.0', ruby: 'latchkey 7.2.0', go: 'latchkey-go 4.8.0' },
  },
  {
    asks: 'What does a sample look like?',
    route: list,
    answers: {
      python: '```python\n',
      ruby: '```ruby\n',
      go: '```go\n',
      php: '```php\n',
      java: '```java\n',
      js: '```javascript\n',
    },
  },
  {
    asks: 'Which fields of an error are there?',
    route: 'reference/errors',
    answers: { python: '- `code` `string`', js: '- `code` `string`' },
  },
  {
    asks: 'What does a status of 4xx mean?',
    route: 'reference/errors',
    answers: { python: '`4xx` that the request has to change', go: '`4xx` that the request has to change' },
  },
  {
    asks: 'Where does the page of a list continue?',
    route: 'reference/pagination',
    answers: { python: '`after` `str`', js: '`after` `string`', java: '`after` `String`' },
  },
];
