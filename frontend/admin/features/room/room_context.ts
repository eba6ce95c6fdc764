import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import type { Observable } from '../../../call';
import type { PhotoKeeper } from './photo_keeper';
import type { Room, RoomAppointment } from './room_query';
import type { StaffCall } from './staff_call';

/** What all parts of the page share. */
export interface RoomPart extends StaffCall {
  room: Room;
  appointment: RoomAppointment;
  /** The customer's name, or what stands for it. */
  name: string;
  /** Whether a relay carries calls that cannot go directly. */
  isRelayed: boolean;
  /** Keeps photos of the conversation. */
  keeper: PhotoKeeper;
  /** Has screen readers say a text, politely. */
  announce(text: string): void;
}

export const RoomContext = createContext<RoomPart | undefined>(undefined);

export function useRoom(): RoomPart {
  const part = useContext(RoomContext);
  if (!part) {
    throw new TypeError('There is no RoomContext around this.');
  }
  return part;
}

/** Returns a value, also when it changes. */
export const useObservable = <T>({ follow, get }: Pick<Observable<T>, 'follow' | 'get'>): T => useSyncExternalStore(follow, get);

/** Says a text to screen readers when it becomes another; nothing if it is empty. */
export function useAnnouncement(text: string): void {
  const { announce } = useRoom();
  useEffect(() => {
    if (text) {
      announce(text);
    }
  }, [announce, text]);
}

/** Reports whether something has been so for a while, in milliseconds. */
export function useLasting(isSo: boolean, duration: number): boolean {
  const [lasts, setLasts] = useState(false);
  useEffect(() => {
    if (!isSo) {
      return undefined;
    }
    const timer = setTimeout(() => setLasts(true), duration);
    return () => {
      clearTimeout(timer);
      setLasts(false);
    };
  }, [duration, isSo]);
  return lasts;
}
