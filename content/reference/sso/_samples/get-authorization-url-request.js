import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const url = latchkey.sso.getAuthorizationUrl({
  clientId: 'client_01J9ZH2S6D',
  redirectUri: 'https://app.example.com/callback',
  organization: 'org_01J9ZJ8F3M',
  state: 'invoice-1042',
});

console.log(url);
