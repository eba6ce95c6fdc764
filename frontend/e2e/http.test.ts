import { serverAudits } from 'graphql-http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Server, startServer } from './server';

let server: Server;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  await server?.stop();
});

/** Their addresses are asked for only when they run, so the list is there before the server. */
const audits = serverAudits({ url: () => `${server.origin}/graphql` });

it('is audited in full', () => {
  expect(audits.length).toBeGreaterThanOrEqual(61);
});

it.each(audits)('$name ($id)', async ({ fn }) => {
  const result = await fn();
  expect(result.status === 'ok' ? 'ok' : `${result.status}: ${result.reason}`).toBe('ok');
});
