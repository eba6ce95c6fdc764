/** How well a call works. */
export interface Quality {
  level: 'GOOD' | 'WEAK' | 'BAD';
  /** Where it seems to be: the network of this device, that of the other, or this device itself; null if it is good. */
  reason: 'NETWORK_HERE' | 'NETWORK_THERE' | 'DEVICE' | null;
}

/** What was counted since the call began, as browsers report it. */
export interface Counted {
  /** Packets that came. */
  received: number;
  /** Packets that should have come. */
  lost: number;
  /** Share of what was sent that was lost on the way, of late; 0 if unknown. */
  lostThere: number;
  /** Time to the other side and back in seconds; 0 if unknown. */
  roundTrip: number;
  /** Pictures that were shown, and those that were dropped because the device is too slow. */
  shown: number;
  dropped: number;
  /** Bits per second that can be sent; 0 if unknown. */
  available: number;
  /** Whether the own picture is sent smaller than it could be because the device is too slow. */
  isSlow: boolean;
}

interface Bounds {
  loss: number;
  roundTrip: number;
  dropped: number;
  available: number;
}

const weak: Bounds = { loss: 0.03, roundTrip: 0.4, dropped: 0.2, available: 150_000 };
const bad: Bounds = { loss: 0.1, roundTrip: 0.9, dropped: 0.5, available: 50_000 };

const share = (part: number, rest: number) => (part + rest > 0 ? Math.max(0, part) / (part + rest) : 0);

/** Returns how well a call works, by two counts some seconds apart. */
export function qualityOf(before: Counted, now: Counted): Quality {
  const lostHere = share(now.lost - before.lost, now.received - before.received);
  const dropped = share(now.dropped - before.dropped, now.shown - before.shown);
  const exceeds = (bounds: Bounds): Quality['reason'] => {
    const isNarrow = now.available > 0 && now.available < bounds.available;
    if (now.lostThere > bounds.loss || now.roundTrip > bounds.roundTrip || isNarrow) {
      return 'NETWORK_HERE'; // if packets are lost in both directions, the own network is what one can do something about
    }
    if (lostHere > bounds.loss) {
      return 'NETWORK_THERE';
    }
    return dropped > bounds.dropped ? 'DEVICE' : null;
  };
  const worst = exceeds(bad);
  if (worst) {
    return { level: 'BAD', reason: worst };
  }
  const reason = exceeds(weak) ?? (now.isSlow ? 'DEVICE' : null);
  return reason ? { level: 'WEAK', reason } : { level: 'GOOD', reason: null };
}
