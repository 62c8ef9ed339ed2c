import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const organization = await latchkey.organizations.updateOrganization(
  'org_01J9ZJ8F3M',
  {
    name: 'Northwind Freight',
    metadata: { plan: 'business' },
  },
);

console.log(organization.updatedAt);
