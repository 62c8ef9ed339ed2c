import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const organizations = await latchkey.organizations.listOrganizations({
  domains: ['northwind.example', 'tidewater.example'],
  limit: 20,
});

for (const organization of organizations.data) {
  console.log(organization.id, organization.name);
}
