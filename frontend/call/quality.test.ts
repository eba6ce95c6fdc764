import { expect, it } from 'vitest';
import { type Counted, qualityOf } from './quality';
import { countedIn } from './statistics';

const before: Counted = { received: 1_000, lost: 500, lostThere: 0, roundTrip: 0.05, shown: 100, dropped: 90, available: 1_000_000, isSlow: false };
const now: Counted = { ...before, received: 2_000, shown: 200 };

it.each<[string, Partial<Counted>, string, string | null]>([
  ['all arrives', {}, 'GOOD', null],
  ['a little is lost', { lost: 510 }, 'GOOD', null],
  ['some is lost on the way here', { lost: 550 }, 'WEAK', 'NETWORK_THERE'],
  ['much is lost on the way here', { lost: 700 }, 'BAD', 'NETWORK_THERE'],
  ['some is lost on the way there', { lostThere: 0.05 }, 'WEAK', 'NETWORK_HERE'],
  ['much is lost in both directions', { lostThere: 0.2, lost: 700 }, 'BAD', 'NETWORK_HERE'],
  ['it takes long', { roundTrip: 0.5 }, 'WEAK', 'NETWORK_HERE'],
  ['it takes very long', { roundTrip: 1.2 }, 'BAD', 'NETWORK_HERE'],
  ['little can be sent', { available: 100_000 }, 'WEAK', 'NETWORK_HERE'],
  ['almost nothing can be sent', { available: 20_000 }, 'BAD', 'NETWORK_HERE'],
  ['nobody knows how much can be sent', { available: 0 }, 'GOOD', null],
  ['pictures are dropped', { dropped: 140 }, 'WEAK', 'DEVICE'],
  ['most pictures are dropped', { shown: 110, dropped: 190 }, 'BAD', 'DEVICE'],
  ['the device sends smaller pictures', { isSlow: true }, 'WEAK', 'DEVICE'],
  ['packets that were late have come after all', { lost: 480 }, 'GOOD', null],
  ['nothing comes', { received: 1_000, shown: 100 }, 'GOOD', null],
])('%s', (_, change, level, reason) => {
  expect(qualityOf(before, { ...now, ...change })).toEqual({ level, reason });
});

it('counts what browsers report', () => {
  expect(
    countedIn([
      { type: 'inbound-rtp', kind: 'audio', packetsReceived: 10, packetsLost: 1 },
      { type: 'inbound-rtp', kind: 'video', packetsReceived: 20, packetsLost: 2, framesDecoded: 7, framesDropped: 3 },
      { type: 'remote-inbound-rtp', kind: 'audio', fractionLost: 0.01 },
      { type: 'remote-inbound-rtp', kind: 'video', fractionLost: 0.02 },
      { type: 'candidate-pair', nominated: false, state: 'succeeded', currentRoundTripTime: 9 },
      { type: 'candidate-pair', nominated: true, state: 'succeeded', currentRoundTripTime: 0.04, availableOutgoingBitrate: 300_000 },
      { type: 'outbound-rtp', kind: 'video', qualityLimitationReason: 'cpu' },
    ]),
  ).toEqual({ received: 30, lost: 3, lostThere: 0.02, roundTrip: 0.04, shown: 7, dropped: 3, available: 300_000, isSlow: true });
  expect(countedIn([])).toEqual({ received: 0, lost: 0, lostThere: 0, roundTrip: 0, shown: 0, dropped: 0, available: 0, isSlow: false });
});
