import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const organization = await latchkey.organizations.getOrganization(
  'org_01J9ZJ8F3M',
);

console.log(organization.name);
