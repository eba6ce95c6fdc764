import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { batchIn, type SignalMessage, SignalQueue } from './signal_queue';
import type { Delivery } from './transport';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

const offer = (sdp: string): SignalMessage => ({ description: { type: 'offer', sdp }, offer: 1 });
const candidate = (name: string): SignalMessage => ({ candidate: { candidate: name } });

/** A queue whose payloads are kept, and answered in turn; without an answer the server is away. */
function queueOf(...answers: (Delivery | undefined)[]) {
  const payloads: SignalMessage[][] = [];
  const queue = new SignalQueue('me', (payload) => {
    const batch = batchIn(payload);
    expect(batch?.from).toBe('me');
    payloads.push(batch?.messages ?? []);
    const answer = answers.length > 0 ? answers.shift() : 'SENT';
    return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('away'));
  });
  return { queue, payloads };
}

it('sends together what comes together, and the rest after that', async () => {
  const { queue, payloads } = queueOf();
  queue.add(offer('a'));
  queue.add(candidate('1'));
  await vi.runAllTimersAsync();
  queue.add(candidate('2'));
  queue.add({ candidate: null });
  await vi.runAllTimersAsync();
  expect(payloads).toEqual([[offer('a'), candidate('1')], [candidate('2'), { candidate: null }]]);
});

it('sends again what the server did not take', async () => {
  const { queue, payloads } = queueOf(undefined, 'TOO_MANY', 'SENT');
  queue.add(candidate('1'));
  await vi.runAllTimersAsync();
  expect(payloads).toEqual([[candidate('1')], [candidate('1')], [candidate('1')]]);
});

it('drops what the server refuses', async () => {
  const { queue, payloads } = queueOf('REFUSED');
  queue.add(candidate('1'));
  await vi.runAllTimersAsync();
  queue.add(candidate('2'));
  await vi.runAllTimersAsync();
  expect(payloads).toEqual([[candidate('1')], [candidate('2')]]);
});

it('forgets an offer that was not sent for the next one, but no answer before it', async () => {
  const { queue, payloads } = queueOf(undefined);
  const answer: SignalMessage = { description: { type: 'answer', sdp: 'x' }, offer: 1 };
  queue.add(answer);
  queue.add(offer('a'));
  queue.add(candidate('of a'));
  await vi.advanceTimersByTimeAsync(20);
  queue.add(offer('b'));
  await vi.runAllTimersAsync();
  expect(payloads).toEqual([[answer, offer('a'), candidate('of a')], [answer, offer('b')]]);
});

it('forgets no answer that came after an offer that was not sent', async () => {
  const { queue, payloads } = queueOf(undefined);
  const answer: SignalMessage = { description: { type: 'answer', sdp: 'x' }, offer: 1 };
  for (const message of [offer('a'), candidate('of a'), answer, candidate('of x')]) {
    queue.add(message);
  }
  await vi.advanceTimersByTimeAsync(20);
  queue.add(offer('b'));
  await vi.runAllTimersAsync();
  expect(payloads[1]).toEqual([answer, candidate('of x'), offer('b')]);
});

it('keeps each payload smaller than the server takes', async () => {
  const { queue, payloads } = queueOf();
  const long = ['1', '2', '3'].map((name) => candidate(name.repeat(30_000)));
  long.forEach((message) => queue.add(message));
  await vi.runAllTimersAsync();
  expect(payloads).toEqual(long.map((message) => [message]));
});

it('sends at once when the network is back, and nothing once it is closed', async () => {
  const { queue, payloads } = queueOf(undefined);
  queue.add(candidate('1'));
  await vi.advanceTimersByTimeAsync(20);
  queue.hurry();
  await vi.advanceTimersByTimeAsync(0);
  expect(payloads).toHaveLength(2);
  queue.close();
  queue.add(candidate('2'));
  await vi.runAllTimersAsync();
  expect(payloads).toHaveLength(2);
});

it.each(['', 'null', '7', '[]', '{"messages":[]}', '{"from":"me","messages":{}}', '<x>'])('finds nothing in %s', (payload) => {
  expect(batchIn(payload)).toBeUndefined();
});

it('leaves out what is no message', () => {
  expect(batchIn('{"from":"me","messages":[null,3,{"candidate":null}]}')).toEqual({ from: 'me', messages: [{ candidate: null }] });
});
