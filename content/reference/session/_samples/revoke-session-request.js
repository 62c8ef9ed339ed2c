import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const session = await latchkey.sessions.revokeSession(
  'session_01J9ZQ9W2E',
);

console.log(session.endedAt);
