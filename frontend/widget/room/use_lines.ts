import { useEffect, useRef, useState } from 'preact/hooks';
import { useObservable, useRoom } from './room_context';

/** Returns how many lines of the other side came while they were not shown; says each to screen readers. */
export function useUnread(name: string, isShown: boolean): number {
  const { t, session, announce } = useRoom();
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
      announce(latest.text === null ? t.text.photoOf(name) : t.text.said(name, latest.text));
    }
    // oxlint-disable-next-line react/exhaustive-deps
  }, [announce, latest?.id, isWhole]);
  return isShown ? 0 : Math.max(0, lines.length - read);
}

/** Reports whether an own line has not arrived; says it to screen readers, also while the conversation is not shown. */
export function useUndelivered(): boolean {
  const { t, session, announce } = useRoom();
  const count = useObservable(session.conversation.lines).filter(({ isOverdue }) => isOverdue).length;
  const formerRef = useRef(0);
  useEffect(() => {
    if (count > formerRef.current) {
      announce(t.text.undelivered);
    }
    formerRef.current = count;
  }, [announce, count, t]);
  return count > 0;
}
