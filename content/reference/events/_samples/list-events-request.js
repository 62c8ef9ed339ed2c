import { Latchkey } from '@latchkey/node';

const latchkey = new Latchkey(process.env.LATCHKEY_API_KEY);

const events = await latchkey.events.listEvents({
  events: ['session.created', 'session.revoked'],
  rangeStart: '2026-03-01T00:00:00.000Z',
});

for (const event of events.data) {
  console.log(event.createdAt, event.event);
}
