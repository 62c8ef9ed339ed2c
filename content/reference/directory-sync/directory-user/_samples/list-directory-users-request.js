import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const users = await latchkey.directorySync.listUsers({
  directoryId: 'dir_01J9ZP1B4D',
  state: 'active',
  limit: 50,
});

for (const user of users.data) {
  console.log(user.id, user.email);
}
