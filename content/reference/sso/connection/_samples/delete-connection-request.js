import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

await latchkey.sso.deleteConnection('conn_01J9ZK4W7Q');

console.log('Deleted conn_01J9ZK4W7Q');
