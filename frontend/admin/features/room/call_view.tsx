import { Stack } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { roomAdmit } from '../calendar';
import { holdCall } from './call_lock';
import { CallControls, type Opened } from './call_controls';
import { CallStatus } from './call_status';
import { ConversationView } from './conversation_view';
import { DeviceChoice, DeviceProblems } from './devices';
import { OwnPicture, RemotePicture } from './pictures';
import styles from './room.module.css';
import { useObservable, useRoom } from './room_context';
import { roomEnd } from './room_query';
import { roomWords } from './words';

/** Returns how many lines of the customer came while they were not shown; says each to screen readers. */
function useUnread(isShown: boolean): number {
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
  useEffect(() => {
    if (latest) {
      announce(latest.text === null ? t.photoFrom(name) : t.said(name, latest.text));
    }
    // oxlint-disable-next-line react/exhaustive-deps
  }, [announce, latest?.id]);
  return isShown ? 0 : Math.max(0, lines.length - read);
}

/** The call. */
export function CallView({ onLeave }: { onLeave(): void }) {
  const t = useWords(roomWords);
  const { session, media, room, name } = useRoom();
  const { client } = useApi();
  const change = useChange();
  const { remote, stream } = useObservable(session.facts);
  const remoteMedia = useObservable(session.conversation.remoteMedia);
  const { picture } = useObservable(media.facts);
  const [opened, setOpened] = useState<Opened>();
  const unread = useUnread(opened === 'text');
  useEffect(holdCall, []);
  const stage = useRef<HTMLDivElement>(null);
  const isSeen = remote !== 'ABSENT' && (!remoteMedia || remoteMedia.camera || remoteMedia.screen);
  const controls = useRef<HTMLFieldSetElement>(null);
  function closeText() {
    setOpened(undefined);
    controls.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus(); // which has opened it
  }
  const input = { input: { appointmentId: room.appointmentId } };
  return (
    <Stack>
      <div ref={stage} className={styles.stage}>
        <RemotePicture stream={stream} />
        {!isSeen && (
          <Stack className={styles.over} align="center" justify="center">
            {name}
          </Stack>
        )}
        {picture && (
          <div className={styles.own}>
            <OwnPicture stream={picture} />
          </div>
        )}
      </div>
      <CallStatus />
      <CallControls
        ref={controls}
        stage={stage}
        unread={unread}
        opened={opened}
        onOpen={setOpened}
        onLeave={onLeave}
        onEnd={() => void change(roomEnd, input, { done: t.ended, undo: () => send(client, roomAdmit, input) })}
      />
      <DeviceProblems />
      {opened === 'text' && <ConversationView onClose={closeText} />}
      {opened === 'devices' && <DeviceChoice />}
    </Stack>
  );
}
