import { useEffect, useState } from 'react';
import { DeviceOfTab, type Media, mediaOfTab, type RoomTransport, Session } from '../../../call';
import type { Room } from './room_query';

/** The staff's side of a call: this device in the room, with its camera and microphone. */
export interface StaffCall {
  session: Session<Room>;
  media: Media;
  /** Follows the room, until the returned function is called. */
  start(): () => void;
}

function newCall(appointmentId: string, transport: RoomTransport<Room>): StaffCall {
  const media = mediaOfTab();
  const device = new DeviceOfTab(`visavis room ${appointmentId}`);
  const session = new Session<Room>({ transport, side: 'STAFF', media, device });
  // From the browser's history, as it was when it went away. Who had left stays out.
  const comeBack = ({ persisted }: PageTransitionEvent) => persisted && device.key && void session.enter().catch(() => undefined);
  return {
    session,
    media,
    start() {
      void session.start();
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
