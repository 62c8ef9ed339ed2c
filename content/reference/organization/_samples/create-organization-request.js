import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const organization = await latchkey.organizations.createOrganization({
  name: 'Northwind',
  domainData: [{ domain: 'northwind.example', state: 'pending' }],
  externalId: 'customer-1042',
  metadata: { plan: 'team', region: 'eu' },
});

console.log(organization.id);
