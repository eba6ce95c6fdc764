import type { Counted } from './quality';

type Row = Record<string, unknown> & { type: string; kind?: string };

const number = (value: unknown) => (typeof value === 'number' ? value : 0);
const sum = (rows: Row[], field: string) => rows.reduce((total, row) => total + number(row[field]), 0);

/** Returns what a report of the browser has counted. */
export function countedIn(report: Iterable<Row>): Counted {
  const rows = [...report];
  const of = (type: string) => rows.filter((row) => row.type === type);
  const inbound = of('inbound-rtp');
  const picture = inbound.filter(({ kind }) => kind === 'video');
  const pair = of('candidate-pair').find(({ nominated, state }) => nominated === true && state === 'succeeded');
  return {
    received: sum(inbound, 'packetsReceived'),
    lost: sum(inbound, 'packetsLost'),
    lostThere: Math.max(0, ...of('remote-inbound-rtp').map((row) => number(row['fractionLost']))),
    roundTrip: number(pair?.['currentRoundTripTime']),
    shown: sum(picture, 'framesDecoded'),
    dropped: sum(picture, 'framesDropped'),
    available: number(pair?.['availableOutgoingBitrate']),
    isSlow: of('outbound-rtp').some((row) => row['qualityLimitationReason'] === 'cpu'),
  };
}
