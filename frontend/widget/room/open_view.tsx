import { useState } from 'preact/hooks';
import { DeviceCheck } from './device_check';
import { LateChoice } from './late_choice';
import { delayAhead, type Room } from './room';
import { useAnnouncement, useRoom } from './room_context';
import { Title } from './title';
import { useTime } from './use_time';
import { VisitFacts } from './visit_facts';

/** Comes in, by which the browser asks for camera and microphone. */
export function useEntrance() {
  const { t, session, media } = useRoom();
  const [isEntering, setEntering] = useState(false);
  const [wrong, setWrong] = useState<string>();
  async function enter(takeOver = false) {
    setEntering(true);
    setWrong(undefined);
    void media.openWished();
    try {
      const refused = await session.enter(takeOver);
      setWrong(refused?.code === 'ROOM_ENTERED_ELSEWHERE' ? undefined : refused?.message);
    } catch {
      setWrong(t.wrong.unreachable);
    }
    setEntering(false);
  }
  return { enter, isEntering, wrong };
}

/** The room is open, and the customer not in it. */
export function OpenView({ room }: { room: Room }) {
  const { t, format } = useRoom();
  const now = useTime();
  const { enter, isEntering, wrong } = useEntrance();
  const until = delayAhead(room, now);
  const delayed = until ? t.delayed(format.time(until)) : '';
  useAnnouncement(delayed);
  const isBack = room.state === 'IN_CALL';
  return (
    <>
      <Title text={t.open.title} />
      <p>{isBack ? t.open.backText : t.open.text}</p>
      {delayed && <p class="well">{delayed}</p>}
      {wrong && <p role="alert">{wrong}</p>}
      <button type="button" class="again" aria-busy={isEntering} onClick={() => !isEntering && void enter()}>
        {isBack ? t.open.back : t.open.enter}
      </button>
      {!isBack && <LateChoice room={room} now={now} />}
      <VisitFacts room={room} />
      <DeviceCheck />
    </>
  );
}
