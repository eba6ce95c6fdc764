import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../language/words';
import { useObservable, useRoom } from './room_context';
import { roomWords } from './words';

/** Returns how many lines of the customer came while they were not shown; says each to screen readers once it is there. */
export function useUnread(isShown: boolean): number {
  const t = useWords(roomWords);
  const { session, name, announce } = useRoom();
  const lines = useObservable(session.conversation.lines).filter(({ isOwn }) => !isOwn);
  const [read, setRead] = useState(0);
  const latest = lines.at(-1);
  useEffect(() => {
    if (isShown) {
      setRead(lines.length);
    }
  }, [isShown, lines.length]);
  const isWhole = latest?.progress === 1;
  useEffect(() => {
    if (latest && isWhole) {
      announce(latest.text === null ? t.photoFrom(name) : t.said(name, latest.text));
    }
    // oxlint-disable-next-line react/exhaustive-deps
  }, [announce, latest?.id, isWhole]);
  return isShown ? 0 : Math.max(0, lines.length - read);
}

/** Reports whether an own line has not arrived; says it to screen readers, also while the conversation is not shown. */
export function useUndelivered(): boolean {
  const { undelivered } = useWords(roomWords);
  const { session, announce } = useRoom();
  const count = useObservable(session.conversation.lines).filter(({ isOverdue }) => isOverdue).length;
  const former = useRef(0);
  useEffect(() => {
    if (count > former.current) {
      announce(undelivered);
    }
    former.current = count;
  }, [announce, count, undelivered]);
  return count > 0;
}
