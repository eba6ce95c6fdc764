import { createClient } from 'graphql-ws';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { read, unknownPlace } from './changes';
import { freeStart, hold, holdMutation, release, releaseMutation } from './hold';
import { type Server, startServer } from './server';

describe('a client of graphql-ws', () => {
  let server: Server;

  beforeEach(async () => {
    server = await startServer();
  });

  afterEach(async () => {
    expect(await server.stop()).toBe(0);
  });

  function connect(options: Partial<Parameters<typeof createClient>[0]> = {}) {
    return createClient({ url: `${server.origin.replace('http', 'ws')}/graphql`, ...options });
  }

  /** The one answer to a query or mutation. */
  async function ask(client: ReturnType<typeof connect>, query: string, variables: Record<string, unknown> = {}) {
    const results = [];
    for await (const result of client.iterate({ query, variables })) {
      results.push(result);
    }
    expect(results).toHaveLength(1);
    return results[0]!;
  }

  it('queries and mutates', async () => {
    const client = connect({ lazyCloseTimeout: 1000 });
    expect(await ask(client, '{ branches { nodes { id } } }')).toEqual({ data: { branches: { nodes: [{ id: 'brn_demo-mitte' }, { id: 'brn_demo-west' }] } } });
    const held = await ask(client, holdMutation, { input: await freeStart(server.origin) });
    expect(held).toMatchObject({ data: { appointmentHold: { userErrors: [] } } });
    const { secret } = (held.data as { appointmentHold: { hold: { secret: string } } }).appointmentHold.hold;
    expect(await ask(client, releaseMutation, { secret })).toEqual({ data: { appointmentHoldRelease: { userErrors: [] } } });
    await client.dispose();
  });

  it('learns what is wrong with an operation, and goes on', async () => {
    const client = connect({ lazyCloseTimeout: 1000 });
    await expect(ask(client, '{ nothing }')).rejects.toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }]);
    await expect(ask(client, '{')).rejects.toMatchObject([{ extensions: { code: 'GRAPHQL_PARSE_FAILED' } }]);
    expect(await ask(client, '{ __typename }')).toEqual({ data: { __typename: 'Query' } });
    await client.dispose();
  });

  it('hears of changes until it has heard enough', async () => {
    const client = connect();
    const reading = read(client, unknownPlace);
    await expect.poll(() => reading.ids).toHaveLength(1);
    await release(server.origin, await hold(server.origin));
    await expect.poll(() => reading.ids).toHaveLength(3);
    reading.stop();
    await expect.poll(() => reading.completed).toBe(true);
    expect(reading.failures).toEqual([]);
  });

  it('misses nothing when the server is restarted', async () => {
    const codes: number[] = [];
    let away = true;
    async function retryWait() {
      await expect.poll(() => away).toBe(false);
    }
    const client = connect({ retryWait, on: { closed: (event) => codes.push((event as CloseEvent).code) } });
    const reading = read(client, unknownPlace);
    await expect.poll(() => reading.ids).toHaveLength(1);
    const secret = await hold(server.origin);
    await expect.poll(() => reading.ids).toHaveLength(2);

    expect(await server.restart()).toBe(0);
    await expect.poll(() => codes).toEqual([1012]);
    await release(server.origin, secret); // and the client does not hear it
    away = false;
    await expect.poll(() => reading.ids).toHaveLength(3);
    await release(server.origin, await hold(server.origin));
    await expect.poll(() => reading.ids).toHaveLength(5);

    const all = read(client, reading.ids[0]!);
    await expect.poll(() => all.ids).toEqual(reading.ids.slice(1));
    expect([...reading.failures, ...all.failures]).toEqual([]);
    await client.dispose();
  });
});
