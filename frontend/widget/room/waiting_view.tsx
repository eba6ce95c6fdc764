import { DeviceCheck } from './device_check';
import { delayAhead, minutesSince, type Room } from './room';
import { useAnnouncement, useRoom } from './room_context';
import { Title } from './title';
import { useTime } from './use_time';
import { VisitFacts } from './visit_facts';

/** The customer is there, and staff have not let them in. */
export function WaitingView({ room }: { room: Room }) {
  const { t, format, session, media } = useRoom();
  const now = useTime();
  const { staff, customerWaitsSince } = room;
  const until = delayAhead(room, now);
  const waited = customerWaitsSince ? minutesSince(customerWaitsSince, now) : 0;
  const delayed = until ? t.delayed(format.time(until)) : '';
  useAnnouncement(delayed);
  function leave() {
    session.leave();
    media.release();
  }
  return (
    <>
      <Title text={t.waiting.title} />
      <p>{t.waiting.text(staff.displayName)}</p>
      {delayed && <p class="well">{delayed}</p>}
      {waited > 0 && <p class="hint">{t.waiting.since(String(waited))}</p>}
      <VisitFacts room={room} />
      <DeviceCheck isOpen />
      <button type="button" class="plain" onClick={leave}>
        {t.waiting.leave}
      </button>
    </>
  );
}
