import { Switch } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../language/words';
import { wantsSound, wishSound } from '../../session/sound_wish';
import { soundWords } from './sound_words';

/** Switches the sound of this device for customers who begin to wait. */
export function SoundSwitch() {
  const t = useWords(soundWords);
  const [isOn, setOn] = useState(wantsSound);
  function set(isWanted: boolean) {
    wishSound(isWanted);
    setOn(isWanted);
  }
  return <Switch label={t.sound} description={t.hint} checked={isOn} onChange={({ currentTarget }) => set(currentTarget.checked)} />;
}
