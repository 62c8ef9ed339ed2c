import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const connections = await latchkey.sso.listConnections({
  organizationId: 'org_01J9ZJ8F3M',
  limit: 20,
});

for (const connection of connections.data) {
  console.log(connection.id, connection.name);
}
