import type { Client, Sink } from 'graphql-ws';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { subscribeAgain } from './subscribe_again';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A connection on which subscriptions begin, which the test ends. */
function connection() {
  const begun: { sink: Sink; after: unknown }[] = [];
  const client = {
    subscribe: ((payload, sink) => {
      begun.push({ sink: sink as Sink, after: payload.variables?.['after'] });
      return () => sink.complete();
    }) as Client['subscribe'],
  };
  return { begun, client };
}

test('a subscription that the server has ended begins again after the last change', () => {
  const { begun, client } = connection();
  let after = '7';
  const errors = vi.fn<() => void>();
  subscribeAgain<{ id: string }>(
    client,
    { query: 'subscription', variables: { get after() { return after; } } },
    { next: ({ data }) => void (after = data?.id ?? after), onError: errors },
  );
  begun[0]?.sink.next({ data: { id: '8' } });
  begun[0]?.sink.error([{ message: 'TOO_SLOW' }]);
  expect(errors).toHaveBeenCalledTimes(1);
  expect(begun).toHaveLength(1);
  vi.runOnlyPendingTimers();
  begun[1]?.sink.complete();
  vi.runOnlyPendingTimers();
  expect(begun.map((one) => one.after)).toEqual(['7', '8', '8']);
});

test('each attempt waits longer, until a change arrives', () => {
  const { begun, client } = connection();
  vi.spyOn(Math, 'random').mockReturnValue(0.5);
  subscribeAgain(client, { query: 'subscription' }, { next: () => undefined, onError: () => undefined });
  const waited = () => {
    begun.at(-1)?.sink.error(new Error('ended'));
    const before = Date.now();
    vi.advanceTimersToNextTimer();
    return Math.round(Date.now() - before);
  };
  expect([waited(), waited(), waited()]).toEqual([250, 500, 1_000]);
  begun.at(-1)?.sink.next({ data: {} });
  expect(waited()).toBe(250);
});

test('a subscription that the page has left does not begin again', () => {
  const { begun, client } = connection();
  const leave = subscribeAgain(client, { query: 'subscription' }, { next: () => undefined, onError: () => undefined });
  leave();
  vi.runAllTimers();
  expect(begun).toHaveLength(1);
});
