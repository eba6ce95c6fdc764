import { Button, type ButtonProps } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../language/words';
import { useRoomSettings } from './use_room_settings';
import { videoCallsWords } from './words';

interface Props extends Pick<ButtonProps, 'variant' | 'size'> {
  /** Whether the own room is the default. */
  isOn: boolean;
}

/** Gives everybody without a link the own room, in one click, or takes it back. */
export function OwnRoomButton({ isOn, ...looks }: Props) {
  const t = useWords(videoCallsWords);
  const set = useRoomSettings();
  const [isSending, setSending] = useState(false);

  async function toggle() {
    setSending(true);
    await set('ownRoomByDefault', !isOn);
    setSending(false);
  }

  return (
    <Button {...looks} loading={isSending} onClick={() => void toggle()}>
      {isOn ? t.ownRoomOff : t.ownRoomOn}
    </Button>
  );
}
