import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const sessions = await latchkey.sessions.listSessions({
  userId: 'user_01J9ZN2C5T',
  status: 'active',
});

for (const session of sessions.data) {
  console.log(session.id, session.authMethod, session.createdAt);
}
