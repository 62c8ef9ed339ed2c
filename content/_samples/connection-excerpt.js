import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

// region use
const connection = await latchkey.sso.getConnection('conn_01J9ZK4W7Q');

console.log(connection.organizationId, connection.state);
// endregion
