import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const response = await latchkey.sessions.authenticate({
  clientId: 'client_01J9ZH5V0B',
  code: 'code_01J9ZS2F6G',
  ipAddress: '203.0.113.24',
});

console.log(response.session.id, response.expiresIn);
