import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

await latchkey.organizations.deleteOrganization('org_01J9ZJ8F3M');

console.log('Deleted org_01J9ZJ8F3M');
