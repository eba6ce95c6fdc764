/** Details of a booking for the embedding page, without personal data. */
export interface BookedDetail {
  /** ID of the appointment; it grants no access. */
  id: string;
  /** Start in RFC 3339, UTC. */
  start: string;
  /** ID of the service. */
  service: string;
}

/** What an event tells the embedding page: small, and without personal data and secrets. */
export interface EventDetails {
  /** The salon is shown. `branch` is the slug. */
  ready: { branch: string };
  /** A step is shown. */
  step: { step: 'service' | 'time' | 'details' | 'waiting' | 'done' };
  /** A start is reserved; `service` is the ID of the service. */
  held: { start: string; service: string };
  /** An appointment is booked. */
  booked: BookedDetail;
  /** Something is in the way. */
  error: { code: 'UNREACHABLE' | 'UNKNOWN_BRANCH' | 'UNKNOWN_SERVICE' | 'UNKNOWN_STAFF' | 'START_LOST' };
}

export type EventName = keyof EventDetails;

/** Tells the embedding page of an event. */
export type Fire = <Name extends EventName>(name: Name, detail: EventDetails[Name]) => void;

/** All events, with the keys of their details. */
export const eventKeys: Record<EventName, readonly string[]> = {
  ready: ['branch'],
  step: ['step'],
  held: ['start', 'service'],
  booked: ['id', 'start', 'service'],
  error: ['code'],
};
