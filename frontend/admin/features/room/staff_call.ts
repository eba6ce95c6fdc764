import { useEffect, useState } from 'react';
import { type Media, mediaOfTab, PlaceOfTab, type RoomTransport, Session } from '../../../call';
import { storedInTab } from '../../../environment/storage';
import type { Room } from './room_query';

/** The staff's side of a call: this device in the room, with its camera and microphone. */
export interface StaffCall {
  session: Session<Room>;
  media: Media;
  /** Follows the room, until the returned function is called. */
  start(): () => void;
}

function newCall(appointmentId: string, transport: RoomTransport<Room>): StaffCall {
  const key = `visavis room ${appointmentId}`;
  const media = mediaOfTab();
  const place = new PlaceOfTab(key);
  const session = new Session<Room>({
    transport,
    side: 'STAFF',
    media,
    formerId: place.recall(),
    remember: place.remember,
  });
  // From the browser's history, as it was when it went away. Who had left stays out.
  const comeBack = ({ persisted }: PageTransitionEvent) => persisted && storedInTab(key) && void session.enter().catch(() => undefined);
  return {
    session,
    media,
    start() {
      session.start();
      addEventListener('pageshow', comeBack);
      return () => {
        removeEventListener('pageshow', comeBack);
        session.close();
        media.close();
      };
    },
  };
}

/** Returns the call of an appointment, which lasts as long as the component is mounted. */
export function useStaffCall(appointmentId: string, transportTo: (appointmentId: string) => RoomTransport<Room>): StaffCall {
  const [call] = useState(() => newCall(appointmentId, transportTo(appointmentId)));
  useEffect(() => call.start(), [call]);
  return call;
}
