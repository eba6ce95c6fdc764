import { CalendarChoice } from './calendar_choice';
import { DeviceCheck } from './device_check';
import { LateChoice } from './late_choice';
import { countdown, type Room } from './room';
import { useRoom } from './room_context';
import { Title } from './title';
import { useTime } from './use_time';
import { VisitFacts } from './visit_facts';

/** Before the room opens. */
export function ClosedView({ room, isMoveTold }: { room: Room; isMoveTold: boolean }) {
  const { t, format } = useRoom();
  const now = useTime();
  const { opensAt, opensLater, changed } = room;
  const opening = opensAt && format.time(opensAt);
  const left = opensAt && opensLater !== 'TAKEN' ? countdown(opensAt, now) : null;
  return (
    <>
      <Title text={t.closed.title} />
      {changed && !isMoveTold && <p>{t.wasMoved}</p>}
      <p>{opensLater === 'TAKEN' ? t.closed.TAKEN : opening && (opensLater ? t.closed[opensLater] : t.closed.opens)(opening)}</p>
      {left && (
        <p role="timer" class="countdown">
          {t.closed.left(left)}
        </p>
      )}
      <p>{t.closed.stay}</p>
      <VisitFacts room={room} />
      <LateChoice room={room} now={now} />
      {room.own && <DeviceCheck />}
      <CalendarChoice room={room} />
    </>
  );
}
