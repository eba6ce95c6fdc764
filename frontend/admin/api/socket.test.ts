import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { openSocket } from './socket';

/** A browser's WebSocket to a server that is silent unless the test has it answer. */
class ToSilence {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  static made: ToSilence[] = [];
  readyState = ToSilence.CONNECTING;
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  sent: string[] = [];

  constructor() {
    ToSilence.made.push(this);
  }

  send(text: string) {
    this.sent.push((JSON.parse(text) as { type: string }).type);
  }

  close() {
    this.readyState = ToSilence.CLOSED;
  }

  hear(type: string) {
    this.onmessage?.({ data: JSON.stringify({ type }) });
  }

  async accept() {
    this.readyState = ToSilence.OPEN;
    this.onopen?.();
    await vi.advanceTimersByTimeAsync(0);
    this.hear('connection_ack');
    await vi.advanceTimersByTimeAsync(0);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  ToSilence.made = [];
  vi.stubGlobal('WebSocket', ToSilence);
  vi.stubGlobal('CloseEvent', Event);
});

afterEach(() => {
  vi.useRealTimers();
});

function open() {
  const socket = openSocket('ws://salon.example/graphql');
  socket.client.subscribe({ query: 'subscription { scheduleChanged { id } }' }, { next: () => undefined, error: () => undefined, complete: () => undefined });
  return { socket, made: ToSilence.made };
}

it('connects again when the server does not accept the connection', async () => {
  const { socket, made } = open();
  await vi.advanceTimersByTimeAsync(9_900);
  expect(made).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(600);
  expect([made.length, made[0]?.readyState, socket.connection()]).toEqual([2, ToSilence.CLOSED, 'lost']);
  await made[1]?.accept();
  expect([socket.connection(), made[1]?.sent]).toEqual(['live', ['connection_init', 'subscribe']]);
});

it('connects again when the server does not answer a ping', async () => {
  const { socket, made } = open();
  await made[0]?.accept();
  for (let answered = 0; answered < 3; answered += 1) {
    await vi.advanceTimersByTimeAsync(10_000);
    expect(made[0]?.sent.at(-1)).toBe('ping');
    made[0]?.hear('pong');
  }
  expect([made.length, socket.connection()]).toEqual([1, 'live']);
  await vi.advanceTimersByTimeAsync(20_500);
  expect([made.length, socket.connection()]).toEqual([2, 'lost']);
});
