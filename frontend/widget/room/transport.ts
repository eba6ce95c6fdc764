import type { Delivery, Entry, Follower, Participant, RoomEvent, RoomTransport } from '../../call';
import { request } from '../api';
import type { Language } from '../language';
import { readEvents } from './event_stream';
import { operations } from './operations';
import type { Room, Salon } from './room';

interface UserError {
  code: string;
  message: string;
}

interface Payload {
  answer: { userErrors: UserError[] };
}

interface Heard {
  data?: { event: RoomEvent<Room> } | null;
  errors?: { extensions?: { code?: string } }[];
}

interface Entered {
  answer: { room: Room | null; participant: Participant | null; relays: RTCIceServer[]; userErrors: UserError[] };
}

/** How long a signal may take before it is sent again, in milliseconds. */
const signalTimeout = 3_000;

/** The API as the page of a room uses it. The token never stands in an address. */
export interface RoomApi extends RoomTransport<Room> {
  /** Returns the room with what does not change; null if it is unknown. */
  read(): Promise<(Room & { branch: Salon }) | null>;
  /** Tells the salon how many minutes the customer is late, and returns what is wrong with that. */
  setLate(minutes: number): Promise<string | undefined>;
}

/** Returns the API for the room of a join link. onUnknown is called when the link has led to a room and does not any more. */
export function roomApi(origin: string, language: Language, joinToken: string, onUnknown: () => void): RoomApi {
  const ask = <Data>(document: string, input: object, options: { keepalive?: boolean; removed?: AbortSignal } = {}) =>
    request<Data>({ origin, removed: options.removed }, language, document, { input: { joinToken, ...input } }, options.keepalive);

  return {
    async read() {
      const { room } = await request<{ room: (Room & { branch: Salon }) | null }>({ origin }, language, operations.room, { joinToken });
      return room;
    },

    async setLate(minutes) {
      const { answer } = await ask<Payload>(operations.late, { minutes });
      return answer.userErrors[0]?.message;
    },

    async enter({ takeOver, deviceKey }): Promise<Entry<Room>> {
      const { answer } = await ask<Entered>(operations.enter, { takeOver, deviceKey });
      const { room, participant, relays, userErrors } = answer;
      return room && participant ? { room, participant, relays } : { refused: userErrors[0] ?? { code: '', message: '' } };
    },

    leave(participantId) {
      ask(operations.leave, { participantId }, { keepalive: true }).catch(() => undefined);
    },

    async signal(input): Promise<Delivery> {
      const ending = new AbortController();
      const timer = setTimeout(() => ending.abort(), signalTimeout);
      try {
        const { answer } = await ask<Payload>(operations.signal, input, { removed: ending.signal });
        const [wrong] = answer.userErrors;
        return wrong ? (wrong.code === 'TOO_MANY_SIGNALS' ? 'TOO_MANY' : 'REFUSED') : 'SENT';
      } finally {
        clearTimeout(timer);
      }
    },

    follow({ participantId, after, hear, setLive }: Follower<Room>) {
      const stream = readEvents(`${origin}/graphql`, {
        request: () => ({
          method: 'POST',
          credentials: 'omit',
          headers: { 'content-type': 'application/json', accept: 'text/event-stream', 'accept-language': language },
          body: JSON.stringify({ query: operations.events, variables: { joinToken, participantId, after: after() } }),
        }),
        hear(data) {
          const { data: heard, errors } = JSON.parse(data) as Heard;
          setLive(Boolean(heard));
          if (heard) {
            hear(heard.event);
          } else if (errors?.some(({ extensions }) => extensions?.code === 'NOT_FOUND')) {
            stream.stop();
            onUnknown();
          }
          return Boolean(heard);
        },
        setLive,
      });
      return stream;
    },
  };
}
