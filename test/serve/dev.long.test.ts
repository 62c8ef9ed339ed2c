// The dev server refuses hostile requests.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { base, startDevSite, type DevSite } from './dev-site.ts';
import { listHostile, secrets, traces } from './hostile-requests.ts';
import { sendRaw } from './raw-request.ts';

let site: DevSite;
beforeAll(async () => {
  site = await startDevSite();
});
afterAll(() => site.stop());

test('refuses hostile requests without information about the machine', async () => {
  const wrong: string[] = [];
  for (const request of listHostile(base, site.content)) {
    for (const accept of ['text/html', '*/*']) {
      const { status, body } = await sendRaw(site.dev.port, {
        ...request,
        headers: { Accept: accept, ...request.headers },
      });
      if (status !== request.status || secrets.some((secret) => secret.test(body)) || traces.test(body)) {
        wrong.push(`${request.name} (${accept}): ${status} instead of ${request.status}: ${body.slice(0, 80)}`);
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(site.dev.output()).not.toMatch(/Error|warn/i);
});
