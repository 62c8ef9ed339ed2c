import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const user = await latchkey.directorySync.getUser('dirusr_01J9ZP6R8V');

console.log(user.email, user.state);
