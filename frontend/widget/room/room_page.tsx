import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatOf } from '../format';
import { CallView } from './call_view';
import { ClosedView } from './closed_view';
import { AfterView, CancelledView, ElsewhereView } from './ended_views';
import { OpenView } from './open_view';
import { OtherView } from './other_view';
import { useAnnouncements } from './use_announcements';
import { type Room, type View, viewOf } from './room';
import { RoomContext, type RoomPage, useAnnouncement, useObservable, useRoom } from './room_context';
import { useWhenOut } from './use_when_out';
import { WaitingView } from './waiting_view';

interface Props {
  shared: Omit<RoomPage, 'format' | 'announce'>;
  /** The room as it was read first. */
  first: Room;
  /** Called when the page shows something else. */
  onView(view: View): void;
}

/** The page of a join link. */
export function RoomPageView({ shared, first, onView }: Props) {
  const { language, salon } = shared;
  const [said, announce] = useAnnouncements();
  const format = useMemo(() => formatOf(language, salon, salon.timeZone), [language, salon]);
  const value = useMemo<RoomPage>(() => ({ ...shared, format, announce }), [announce, format, shared]);
  return (
    <RoomContext.Provider value={value}>
      <output class="hidden" aria-atomic={false}>
        {said.map(({ key, text }) => (
          <span key={key}>{text}</span>
        ))}
      </output>
      <Views first={first} onView={onView} />
    </RoomContext.Provider>
  );
}

/** Closes camera and microphone once this device is not in the room any more, or could not come in. */
function useRelease() {
  const { media } = useRoom();
  useWhenOut(useCallback(() => media.release(), [media]));
}

/** Says when the appointment was moved to another time. */
function useMoveNotice({ start }: Room): string {
  const { t, format } = useRoom();
  const [first] = useState(start);
  const text = start === first ? '' : t.moved(format.moment(start));
  useAnnouncement(text);
  return text;
}

/** Says when the connection to the salon is lost, and when it is back. */
function useConnectionNotice(isOffline: boolean): void {
  const { t } = useRoom();
  const wasOffline = useRef(false);
  wasOffline.current ||= isOffline;
  useAnnouncement(isOffline ? t.offline : wasOffline.current ? t.online : '');
}

function Views({ first, onView }: Pick<Props, 'first' | 'onView'>) {
  const { t, session, media } = useRoom();
  const { room: heard, place, isLive } = useObservable(session.facts);
  const room = heard ?? first;
  const view = viewOf(room, place);
  useRelease();
  const moved = useMoveNotice(room);
  useEffect(() => onView(view), [onView, view]);
  const isOffline = heard !== null && !isLive;
  useConnectionNotice(isOffline);
  useAnnouncement(media.facts.get().isInsecure ? t.wrong.insecure : ''); // once, although several views show it
  return (
    <>
      {moved && <p class="well">{moved}</p>}
      <ViewOf view={view} room={room} isMoveTold={Boolean(moved)} />
      {isOffline && <p class="hint">{t.offline}</p>}
    </>
  );
}

function ViewOf({ view, room, isMoveTold }: { view: View; room: Room; isMoveTold: boolean }) {
  switch (view) {
    case 'CLOSED':
      return <ClosedView room={room} isMoveTold={isMoveTold} />;
    case 'OPEN':
      return <OpenView room={room} />;
    case 'WAITING':
      return <WaitingView room={room} />;
    case 'CALL':
      return <CallView room={room} />;
    case 'OTHER':
      return <OtherView room={room} />;
    case 'ELSEWHERE':
    case 'REPLACED':
      return <ElsewhereView isReplaced={view === 'REPLACED'} />;
    case 'AFTER':
      return <AfterView room={room} />;
    case 'CANCELLED':
      return <CancelledView room={room} />;
  }
}
