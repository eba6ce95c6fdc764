import { useEffect } from 'preact/hooks';
import { delayAhead, type Room } from './room';
import { useAnnouncement, useObservable, useRoom } from './room_context';
import { Title } from './title';
import { useTime } from './use_time';
import { VisitFacts } from './visit_facts';

/** Tells the salon that the customer waits, while the page is seen. Another device of theirs may do so already. */
function usePresence({ missing }: Room) {
  const { session } = useRoom();
  const { isLive } = useObservable(session.facts);
  useEffect(() => {
    if (missing || !isLive) {
      return undefined;
    }
    const come = () => {
      if (document.visibilityState === 'visible' && session.facts.get().place === 'OUTSIDE') {
        session.enter().catch(() => undefined); // the page is of use without
      }
    };
    come();
    document.addEventListener('visibilitychange', come);
    return () => document.removeEventListener('visibilitychange', come);
  }, [isLive, missing, session]);
}

/** The open room of another provider, into which a button leads by a request of the page itself: the address is nowhere in it. */
export function OtherView({ room }: { room: Room }) {
  const { t, format } = useRoom();
  const { missing, mayEnter, staff, admittedAt } = room;
  const until = delayAhead(room, useTime());
  usePresence(room);
  useAnnouncement(mayEnter && admittedAt ? t.other.admitted : '');
  return (
    <>
      <Title text={mayEnter ? t.other.title : t.other.waits} />
      {mayEnter && <p>{t.other.text}</p>}
      {missing && (
        <>
          <p>{t.other.missing}</p>
          <p>{t.other.missingHint}</p>
        </>
      )}
      {!mayEnter && !missing && <p>{t.other.byHand(staff.displayName)}</p>}
      {!mayEnter && until && <p class="well">{t.delayed(format.time(until))}</p>}
      <VisitFacts room={room} />
      {mayEnter && (
        <form method="post" action="">
          <button class="again">{t.other.enter}</button>
        </form>
      )}
    </>
  );
}
