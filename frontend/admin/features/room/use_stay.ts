import { useCallback, useEffect, useRef, useState } from 'react';
import { commonWords } from '../../language/common_words';
import { useWords } from '../../language/words';
import { useObservable } from './room_context';
import type { StaffCall } from './staff_call';

/** Where this device is in a room, and how it comes and goes. */
export interface Stay {
  /** Why it could not come in; undefined if it could. */
  wrong: string | undefined;
  isEntering: boolean;
  enter(takeOver?: boolean): void;
  leave(): void;
}

/** Keeps this device in the room as long as the room is open, unless the staff member has left or another device has taken its place. */
export function useStay({ session, media }: StaffCall): Stay {
  const t = useWords(commonWords);
  const { place, room, isLive } = useObservable(session.facts);
  const [hasLeft, setLeft] = useState(false);
  const [wrong, setWrong] = useState<string>();
  const tried = useRef(''); // the state of the room in which it was refused
  const state = room?.state;
  const start = room?.start;

  const enter = useCallback(
    async (takeOver = false) => {
      setLeft(false);
      setWrong(undefined);
      try {
        const refused = await session.enter(takeOver);
        setWrong(refused && refused.code !== 'ROOM_ENTERED_ELSEWHERE' && refused.code !== 'ROOM_CLOSED' ? refused.message : undefined);
      } catch {
        tried.current = '';
        setWrong(t.unreachable);
      }
    },
    [session, t],
  );

  useEffect(() => {
    if (!state || state === 'ENDED' || state === 'CANCELLED') {
      tried.current = '';
      return;
    }
    const attempt = `${state} ${start ?? ''}`;
    if (place === 'OUTSIDE' && isLive && !hasLeft && tried.current !== attempt) {
      tried.current = attempt;
      void enter();
    }
  }, [enter, hasLeft, isLive, place, start, state]);

  const isInside = place === 'INSIDE';
  useEffect(() => {
    if (!isInside) {
      return undefined;
    }
    tried.current = '';
    void media.openWished();
    return () => media.release();
  }, [isInside, media]);

  return {
    wrong,
    isEntering: place === 'ENTERING',
    enter: (takeOver) => void enter(takeOver),
    leave() {
      setLeft(true);
      session.leave();
    },
  };
}
