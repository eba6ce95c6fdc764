import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readEvents } from './event_stream';
import { roomApi } from './transport';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Answers each request with a text of events, which ends; without one, the server cannot be reached. Returns the requests. */
function answer(text?: () => string) {
  const request = vi.fn<typeof fetch>(async () => {
    if (!text) {
      throw new TypeError('unreachable');
    }
    return new Response(text());
  });
  vi.stubGlobal('fetch', request);
  return request;
}

const event = (data: object) => `event: next\ndata: ${JSON.stringify(data)}\n\nevent: complete\ndata:\n\n`;

it('sends nothing once it is stopped, also between two attempts', async () => {
  const request = answer();
  const stream = readEvents('/graphql', { request: () => ({}), hear: () => true, setLive: () => undefined });
  await vi.advanceTimersByTimeAsync(100);
  stream.stop();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(request).toHaveBeenCalledTimes(1);
});

it.each([
  ['hears something', true, 190],
  ['is refused', false, 15],
])('asks again, at its pace if it %s', async (_, isHeard, atLeast) => {
  const request = answer(() => event({}));
  const stream = readEvents('/graphql', { request: () => ({}), hear: () => isHeard, setLive: () => undefined });
  await vi.advanceTimersByTimeAsync(60_000);
  stream.stop();
  const { length } = request.mock.calls;
  expect([length >= atLeast, isHeard || length < 25]).toEqual([true, true]);
});

const refusal = (code: string) => event({ errors: [{ message: '', extensions: { code } }], data: null });

it.each([
  ['NOT_FOUND', 1, true],
  ['INTERNAL', 0, false],
])('after %s the room is unknown %d times', async (code, unknown, isOver) => {
  const request = answer(() => refusal(code));
  const [lives, onUnknown] = [[] as boolean[], vi.fn<() => void>()];
  const api = roomApi('https://salon.example', 'de', 'TOKEN', onUnknown);
  const stream = api.follow({ participantId: null, after: () => null, hear: () => undefined, setLive: (isLive) => void lives.push(isLive) });
  await vi.advanceTimersByTimeAsync(60_000);
  stream.stop();
  expect([onUnknown.mock.calls.length, request.mock.calls.length === 1, lives.includes(true)]).toEqual([unknown, isOver, false]);
});
