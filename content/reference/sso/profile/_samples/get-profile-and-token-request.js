import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const { profile, accessToken } = await latchkey.sso.getProfileAndToken({
  clientId: 'client_01J9ZH2S6D',
  code: '01J9ZN3T5YQX',
});

console.log(profile.email, accessToken.length);
