import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { onceHeardAgain } from './silence';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Counts packets as a browser would: how many have come is what `heard` is set to. */
function counting(rows: (packetsReceived: number) => object[], instead: () => Promise<object[]> | undefined = () => undefined) {
  const heard = { packets: 1, asked: 0, again: 0 };
  const connection = {
    async getStats() {
      heard.asked += 1;
      const counted = rows(heard.packets);
      return new Map(((await instead()) ?? counted).map((row, i) => [String(i), row]));
    },
  } as unknown as RTCPeerConnection;
  const end = onceHeardAgain(connection, () => {
    heard.again += 1;
  });
  return { heard, end };
}

const byTransport = (packetsReceived: number) => [{ type: 'inbound-rtp', packetsReceived: 7 }, { type: 'transport', packetsReceived }];

it('tells soon that packets come again, once for each gap', async () => {
  const { heard, end } = counting(byTransport);
  for (let second = 0; second < 5; second += 1) {
    heard.packets += 10;
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(heard.again).toBe(0);
  for (const gap of [3_000, 5_000]) {
    await vi.advanceTimersByTimeAsync(gap);
    const before = heard.again;
    heard.packets += 1;
    await vi.advanceTimersByTimeAsync(200);
    expect(heard.again).toBe(before + 1);
    heard.packets += 10;
    await vi.advanceTimersByTimeAsync(1_000);
  }
  end();
  await vi.advanceTimersByTimeAsync(2_000);
  heard.packets += 1;
  await vi.advanceTimersByTimeAsync(2_000);
  expect(heard.again).toBe(2);
});

it('is not put off by a report that fails or is empty', async () => {
  let reports: (() => Promise<object[]>)[] = [];
  const { heard } = counting(byTransport, () => reports.shift()?.());
  await vi.advanceTimersByTimeAsync(100);
  reports = [() => Promise.reject(new Error('not now')), () => Promise.resolve([])];
  await vi.advanceTimersByTimeAsync(2_000);
  expect([reports, heard.again]).toEqual([[], 0]);
  heard.packets += 1;
  await vi.advanceTimersByTimeAsync(200);
  expect(heard.again).toBe(1);
});

it('does not ask on where the browser does not count', async () => {
  const { heard } = counting(() => [{ type: 'transport' }]);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(heard).toMatchObject({ asked: 1, again: 0 });
});
