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
import { useUndelivered, useUnread } from './use_lines';
import { roomWords } from './words';

/** Returns the name of the button that shows the conversation: what has gone wrong there comes first. */
function useTextName(isShown: boolean): string {
  const t = useWords(roomWords);
  const { keeper } = useRoom();
  const unread = useUnread(isShown);
  const isUndelivered = useUndelivered();
  const isNotKept = [...useObservable(keeper.photos).values()].some(({ state }) => state === 'FAILED');
  if (isShown) {
    return t.text;
  }
  return isUndelivered ? t.textUndelivered : isNotKept ? t.textNotKept : unread > 0 ? t.textNew(unread) : t.text;
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
  const textName = useTextName(opened === 'text');
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
        textName={textName}
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
