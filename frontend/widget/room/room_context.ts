import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Media, Observable, Session } from '../../call';
import type { Format } from '../format';
import type { Language } from '../language';
import type { RoomWords } from '../words/room';
import type { Room, Salon } from './room';
import type { RoomApi } from './transport';

/** What all parts of the page share. */
export interface RoomPage {
  origin: string;
  language: Language;
  t: RoomWords;
  salon: Salon;
  format: Format;
  api: RoomApi;
  session: Session<Room>;
  media: Media;
  /** Has screen readers say a text, politely. */
  announce(text: string): void;
}

export const RoomContext = createContext<RoomPage | undefined>(undefined);

export function useRoom(): RoomPage {
  const room = useContext(RoomContext);
  if (!room) {
    throw new TypeError('no RoomContext');
  }
  return room;
}

/** Returns a value, also when it changes. */
export function useObservable<T>(observable: Pick<Observable<T>, 'get' | 'follow'>): T {
  const [value, setValue] = useState(observable.get);
  useEffect(() => {
    const update = () => setValue(() => observable.get());
    update();
    return observable.follow(update);
  }, [observable]);
  return value;
}

/** Says a text to screen readers when it becomes another; nothing if it is empty. */
export function useAnnouncement(text: string): void {
  const { announce } = useRoom();
  useEffect(() => {
    if (text) {
      announce(text);
    }
  }, [announce, text]);
}
