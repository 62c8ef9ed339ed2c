import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

// region loop
let after;
do {
  const page = await latchkey.sso.listConnections({ after });
  for (const connection of page.data) {
    console.log(connection.name);
  }
  after = page.listMetadata.after; // [!code highlight]
} while (after);
// endregion
