import { Anchor, Stack, Text } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useApi } from '../../api/api';
import { useFollowBranch } from '../../api/follow_branch';
import { useLiveQuery } from '../../api/live_query';
import type { RoomTransport } from '../../../call';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Empty } from '../../parts/empty';
import { Answer, Page } from '../../parts/page';
import { BranchContext, useBranch } from '../../session/branch';
import { inKnownZone } from '../../session/session';
import { wallClockAt } from '../../session/wall_clock';
import { useNow } from '../calendar';
import { BeforeCall, useCustomerText } from './before_call';
import { BesideCall } from './beside_call';
import { CallView } from './call_view';
import { isDocumentOfCall } from './document_of_call';
import { CancelledView, ElsewhereView, EndedView, OutsideView } from './other_views';
import { LeaveQuestion } from './leave_question';
import { PhotosOfCall } from './photos_of_call';
import styles from './room.module.css';
import { RoomContext, type RoomPart, useAnnouncement, useObservable, useRoom } from './room_context';
import { type LoadedRoom, type Room, type RoomAppointment, staffRoomQuery } from './room_query';
import { roomTransport } from './room_transport';
import { type StaffCall, useStaffCall } from './staff_call';
import { useAnnouncements } from './use_announcements';
import { usePhotoKeeper } from './use_photo_keeper';
import { type Stay, useStay } from './use_stay';
import { type View, viewOf } from './view';
import { roomWords } from './words';

/** The page of the call of an appointment. */
export function RoomPage() {
  const { appointmentId } = useParams({ strict: false }) as { appointmentId: string };
  const { client } = useApi();
  const transportTo = useCallback((id: string) => roomTransport(client, id), [client]);
  const mayCall = isDocumentOfCall(); // only such a document may open camera and microphone
  useEffect(() => {
    if (!mayCall) {
      location.reload();
    }
  }, [mayCall]);
  return mayCall && <RoomOf key={appointmentId} appointmentId={appointmentId} transportTo={transportTo} />;
}

interface Props {
  appointmentId: string;
  transportTo(appointmentId: string): RoomTransport<Room>;
}

/** The room of an appointment. */
export function RoomOf({ appointmentId, transportTo }: Props) {
  const t = useWords(roomWords);
  const shown = useBranch();
  return (
    <Answer of={useLiveQuery(staffRoomQuery, { appointmentId })}>
      {({ consultationRoom: room, appointment }) =>
        room && appointment ? (
          <BranchContext value={inKnownZone(room.branch)}>
            {room.branch.id !== shown.id && <FollowBranch />}
            {room.own ? <OwnRoom first={room} appointment={appointment} transportTo={transportTo} /> : <OtherProvider appointment={appointment} />}
          </BranchContext>
        ) : (
          <Page title={t.call}>
            <Empty title={t.notFound}>
              <Text>{t.notFoundHint}</Text>
            </Empty>
          </Page>
        )
      }
    </Answer>
  );
}

/** Follows the branch of the room, which is another than that of the address. */
function FollowBranch() {
  const { id, lastChangeId } = useBranch();
  useFollowBranch(id, lastChangeId);
  return null;
}

function ToAppointment({ id, start }: Pick<RoomAppointment, 'id' | 'start'>) {
  const t = useWords(roomWords);
  const { slug, timeZone } = useBranch();
  return (
    <Anchor renderRoot={(props) => <Link to="/kalender" search={{ filiale: slug, datum: wallClockAt(start, timeZone).date, termin: id }} {...props} />}>
      {t.toAppointment}
    </Anchor>
  );
}

function OtherProvider({ appointment }: { appointment: RoomAppointment }) {
  const t = useWords(roomWords);
  return (
    <Page title={t.call}>
      <Empty title={t.otherProvider}>
        <ToAppointment {...appointment} />
      </Empty>
    </Page>
  );
}

interface OwnRoomProps {
  first: LoadedRoom;
  appointment: RoomAppointment;
  transportTo: Props['transportTo'];
}

function OwnRoom({ transportTo, ...props }: OwnRoomProps) {
  const call = useStaffCall(props.first.appointmentId, transportTo);
  return <InRoom call={call} {...props} />;
}

function InRoom({ call, first, appointment }: { call: StaffCall } & Omit<OwnRoomProps, 'transportTo'>) {
  const t = useWords(roomWords);
  const { room: heard, place } = useObservable(call.session.facts);
  // Whether the next customer waits is told by changes of the branch, not by those of the room.
  const { nextCustomerWaits } = first;
  const room = useMemo<Room>(() => ({ ...(heard ?? first), nextCustomerWaits }), [heard, first, nextCustomerWaits]);
  const name = appointment.contact?.name || t.anonymous;
  const isRelayed = first.branch.callsAreRelayed;
  const [said, announce] = useAnnouncements();
  const keeper = usePhotoKeeper(first.appointmentId, announce);
  const part = useMemo<RoomPart>(
    () => ({ ...call, room, appointment, name, isRelayed, announce, keeper }),
    [announce, call, room, appointment, name, isRelayed, keeper],
  );
  const stay = useStay(call);
  return (
    <RoomContext value={part}>
      <output className="visually-hidden" aria-atomic={false}>
        {said.map(({ key, text }) => (
          <span key={key}>{text}</span>
        ))}
      </output>
      <Shown view={viewOf(room.state, place)} stay={stay} firstStart={first.start} />
    </RoomContext>
  );
}

function Shown({ view, stay, firstStart }: { view: View; stay: Stay; firstStart: string }) {
  const t = useWords(roomWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const { room, name, appointment, session } = useRoom();
  const { isLive, room: heard } = useObservable(session.facts);
  const now = useNow();
  const [planned] = useState(firstStart);
  const moved = room.start === planned ? '' : t.moved(format.moment(room.start, timeZone));
  const customer = useCustomerText(room, name, now);
  useAnnouncement(moved);
  useAnnouncement(heard && !isLive ? t.offline : '');
  const part = useFocusBack(view);
  return (
    <Page
      title={t.title(name)}
      windowTitle={view === 'BEFORE' && room.customerWaitsSince ? customer : t.title(name)}
      intro={t.when(`${format.time(room.start, timeZone)}–${format.time(room.end, timeZone)}`, room.service.name)}
      actions={<ToAppointment {...appointment} />}
    >
      <div className={styles.page}>
        <Stack ref={part} component="section" className={styles.part} tabIndex={-1} aria-label={t.call}>
          {moved && <Text fw={600}>{moved}</Text>}
          {heard && !isLive && <Text>{t.offline}</Text>}
          {stay.wrong && (
            <Text c="var(--mantine-color-error)" role="alert">
              {stay.wrong}
            </Text>
          )}
          <ViewOf view={view} stay={stay} />
          {view !== 'CALL' && <PhotosOfCall />}
        </Stack>
        <BesideCall />
      </div>
      <LeaveQuestion isCalling={view === 'CALL'} />
    </Page>
  );
}

/** Gives the focus to what the page shows if the button that had it is gone with what it showed before. */
function useFocusBack(view: View) {
  const part = useRef<HTMLDivElement>(null);
  const former = useRef(view);
  useEffect(() => {
    if (former.current !== view && document.activeElement === document.body) {
      part.current?.focus();
    }
    former.current = view;
  }, [view]);
  return part;
}

function ViewOf({ view, stay }: { view: View; stay: Stay }) {
  switch (view) {
    case 'BEFORE':
      return <BeforeCall />;
    case 'CALL':
      return <CallView onLeave={stay.leave} />;
    case 'OUTSIDE':
      return <OutsideView stay={stay} />;
    case 'ELSEWHERE':
    case 'REPLACED':
      return <ElsewhereView isReplaced={view === 'REPLACED'} stay={stay} />;
    case 'ENDED':
      return <EndedView />;
    case 'CANCELLED':
      return <CancelledView />;
  }
}
