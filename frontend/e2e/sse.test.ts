import { createClient } from 'graphql-sse';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changesSubscription, read, unknownPlace } from './changes';
import { branchId, freeStart, hold, holdMutation, release, releaseMutation } from './hold';
import { type Server, startServer } from './server';

let server: Server;

beforeEach(async () => {
  server = await startServer();
});

afterEach(async () => {
  expect(await server.stop()).toBe(0);
});

function connect(options: { retry?: () => Promise<void>; retryAttempts?: number } = {}) {
  return createClient({ url: `${server.origin}/graphql`, ...options });
}

/** The one answer to a query or mutation. */
async function ask(query: string, variables: Record<string, unknown> = {}) {
  const results = [];
  for await (const result of connect().iterate({ query, variables })) {
    results.push(result);
  }
  expect(results).toHaveLength(1);
  return results[0]!;
}

describe('a client of graphql-sse', () => {
  it('queries and mutates', async () => {
    expect(await ask('{ branches { nodes { id } } }')).toEqual({ data: { branches: { nodes: [{ id: 'brn_demo-mitte' }, { id: 'brn_demo-west' }] } } });
    const held = await ask(holdMutation, { input: await freeStart(server.origin) });
    expect(held).toMatchObject({ data: { appointmentHold: { userErrors: [] } } });
    const { secret } = (held.data as { appointmentHold: { hold: { secret: string } } }).appointmentHold.hold;
    expect(await ask(releaseMutation, { secret })).toEqual({ data: { appointmentHoldRelease: { userErrors: [] } } });
  });

  it('learns what is wrong with an operation', async () => {
    expect(await ask('{ nothing }')).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }] });
    expect(await ask('{')).toMatchObject({ errors: [{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }] });
  });

  it('learns that a request is refused', async () => {
    const reading = read(connect({ retryAttempts: 0 }), 'x'.repeat(200_000));
    await expect.poll(() => reading.failures).toMatchObject([{ response: { status: 413 } }]);
  });

  it('hears of changes until it has heard enough', async () => {
    const reading = read(connect(), unknownPlace);
    await expect.poll(() => reading.ids).toHaveLength(1);
    await release(server.origin, await hold(server.origin));
    await expect.poll(() => reading.ids).toHaveLength(3);
    reading.stop();
    await expect.poll(() => reading.completed).toBe(true);
    expect(reading.failures).toEqual([]);
  });

  it('misses nothing when the server is restarted', async () => {
    let away = true;
    async function retry() {
      await expect.poll(() => away).toBe(false);
    }
    const client = connect({ retry });
    const reading = read(client, unknownPlace);
    await expect.poll(() => reading.ids).toHaveLength(1);
    const secret = await hold(server.origin);
    await expect.poll(() => reading.ids).toHaveLength(2);

    expect(await server.restart()).toBe(0);
    await release(server.origin, secret); // and the client does not hear it
    away = false;
    await expect.poll(() => reading.ids).toHaveLength(3);
    await release(server.origin, await hold(server.origin));
    await expect.poll(() => reading.ids).toHaveLength(5);

    const all = read(client, reading.ids[0]!);
    await expect.poll(() => all.ids).toEqual(reading.ids.slice(1));
    expect([...reading.failures, ...all.failures]).toEqual([]);
    client.dispose();
  });
});

/** Opens a stream, and gives what it tells, an event a line. */
function open(query: string, variables: Record<string, unknown> = {}): { told: string[]; source: EventSource } {
  const parameters = new URLSearchParams({ query, variables: JSON.stringify(variables) });
  const source = new EventSource(`${server.origin}/graphql?${parameters}`);
  const told: string[] = [];
  source.addEventListener('next', ({ data }) => told.push(String(data)));
  source.addEventListener('complete', ({ data }) => {
    told.push(`complete ${String(data)}`);
    source.close(); // or it would ask again
  });
  return { told, source };
}

describe('an EventSource', () => {
  it('queries', async () => {
    const { told } = open('{ __typename }');
    await expect.poll(() => told).toEqual(['{"data":{"__typename":"Query"}}', 'complete ']);
  });

  it('learns what is wrong with an operation', async () => {
    const { told } = open('{ nothing }');
    await expect.poll(() => told).toEqual([expect.stringContaining('GRAPHQL_VALIDATION_FAILED'), 'complete ']);
  });

  it('hears of changes', async () => {
    const { told, source } = open(changesSubscription, { branchId, after: unknownPlace });
    await expect.poll(() => told).toHaveLength(1);
    await release(server.origin, await hold(server.origin));
    await expect.poll(() => told).toHaveLength(3);
    source.close();
    expect(told.map((event) => JSON.parse(event))).toMatchObject(Array.from(told, () => ({ data: { scheduleChanged: { branchId } } })));
  });

  it('cannot mutate', async () => {
    const { told, source } = open(releaseMutation, { secret: 'x' });
    await expect.poll(() => source.readyState).toBe(EventSource.CLOSED);
    expect(told).toEqual([]);
  });
});
