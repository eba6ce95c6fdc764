import { type Client, stringifyDocument } from '@urql/core';
import type { Delivery, Entry, RoomTransport } from '../../../call';
import type { ResultOf } from '../../api/graphql';
import { subscribeAgain } from '../../api/subscribe_again';
import { type Room, roomEnter, roomEvents, roomLeave, roomSignalSend } from './room_query';
import { openRoomSocket } from './room_socket';

/** How long a signal may take before it is sent again, in milliseconds. */
const signalTimeout = 3_000;

/** Returns the API as the staff's side of the call of an appointment uses it. */
export function roomTransport(client: Client, appointmentId: string): RoomTransport<Room> {
  const address = `${location.origin.replace(/^http/, 'ws')}/graphql`;
  return {
    async enter(input): Promise<Entry<Room>> {
      const { data, error } = await client.mutation(roomEnter, { input: { appointmentId, ...input } });
      if (!data) {
        throw error ?? new Error('no answer');
      }
      const { room, participant, relays, userErrors } = data.roomEnter;
      return room && participant ? { room, participant, relays } : { refused: userErrors[0] ?? { code: '', message: '' } };
    },

    leave(participantId) {
      void client.mutation(roomLeave, { input: { appointmentId, participantId } }, { fetchOptions: { keepalive: true } }).toPromise();
    },

    async signal(input): Promise<Delivery> {
      const late = new Promise<never>((_, reject) => {
        setTimeout(() => reject(new Error('no answer in time')), signalTimeout);
      });
      const { data, error } = await Promise.race([client.mutation(roomSignalSend, { input: { appointmentId, ...input } }).toPromise(), late]);
      if (!data) {
        throw error ?? new Error('no answer');
      }
      const [wrong] = data.roomSignalSend.userErrors;
      return wrong ? (wrong.code === 'TOO_MANY_SIGNALS' ? 'TOO_MANY' : 'REFUSED') : 'SENT';
    },

    follow({ participantId, after, hear, setLive }) {
      let isOver = false;
      const lose = () => !isOver && setLive(false); // the next one may have begun
      const socket = openRoomSocket(address, lose);
      const variables = {
        appointmentId,
        participantId,
        get after() {
          return after(); // read again with every new subscription
        },
      };
      const end = subscribeAgain<ResultOf<typeof roomEvents>>(
        socket.client,
        { query: stringifyDocument(roomEvents), variables },
        {
          next({ data }) {
            if (data && !isOver) {
              setLive(true);
              hear(data.roomEvents);
            }
          },
          onError: lose,
        },
      );
      return {
        stop() {
          isOver = true;
          end();
          void socket.client.dispose();
        },
        hurry: socket.hurry,
      };
    },
  };
}
