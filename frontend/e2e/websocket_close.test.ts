import { once } from 'node:events';
import { request } from 'node:http';
import type { Duplex } from 'node:stream';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changesSubscription } from './changes';
import { branchId } from './hold';
import { type Server, startServer } from './server';

const init = { type: 'connection_init' };
const subscribe = { id: '1', type: 'subscribe', payload: { query: changesSubscription, variables: { branchId } } };

let server: Server;

beforeAll(async () => {
  server = await startServer();
});

afterAll(async () => {
  expect(await server?.stop()).toBe(0);
});

/** Sends everything at once, and gives the code by which the server closes the socket. */
async function closeCode(messages: (string | object)[]): Promise<number> {
  const socket = new WebSocket(`${server.origin.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await once(socket, 'open');
  for (const message of messages) {
    socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }
  const [event] = (await once(socket, 'close')) as [CloseEvent];
  return event.code;
}

it.each([
  ['a message that is no JSON', 4400, ['{"password":"hunter2"']],
  ['a message of no known type', 4400, [{ type: 'start' }]],
  ['a connection_init whose payload is a string', 4400, [{ type: 'connection_init', payload: 'hunter2' }]],
  ['a connection_init whose payload is a list', 4400, [{ type: 'connection_init', payload: [] }]],
  ['a subscription without an ID', 4400, [init, { ...subscribe, id: '' }]],
  ['a subscription without a query', 4400, [init, { ...subscribe, payload: {} }]],
  ['a subscription before the connection is acknowledged', 4401, [subscribe]],
  ['a bad token in connection_init', 4403, [{ ...init, payload: { authorization: 'Bearer wrong' } }]],
  ['no connection_init in time', 4408, []],
  ['two subscriptions with one ID', 4409, [init, subscribe, subscribe]],
  ['two connection_init', 4429, [init, init]],
])('closes the socket after %s, by %i', async (_, code, messages) => {
  expect(await closeCode(messages)).toBe(code);
});

/** Asks for a socket as no browser would, which ends the connection when the server agrees to none of its protocols. */
async function closeCodeOf(protocols: Record<string, string>): Promise<number> {
  const handshake = request(`${server.origin}/graphql`, {
    headers: {
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
      ...protocols,
    },
  }).end();
  const [, socket, head] = (await once(handshake, 'upgrade')) as [unknown, Duplex, Buffer];
  let frame = head;
  while (frame.length < 4) {
    const [chunk] = (await once(socket, 'data')) as [Buffer];
    frame = Buffer.concat([frame, chunk]);
  }
  socket.destroy();
  expect(frame[0]).toBe(0x88); // the whole of a close frame
  return frame.readUInt16BE(2);
}

it.each([
  ['of another protocol', { 'sec-websocket-protocol': 'graphql-ws' }],
  ['of no protocol', {}],
])('closes a socket %s by 4406', async (_, protocols) => {
  expect(await closeCodeOf(protocols)).toBe(4406);
});
