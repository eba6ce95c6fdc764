import { useEffect, useState } from 'preact/hooks';
import { measureLevel } from '../../call/level';
import { useRoom } from './room_context';

/** How loud the microphone is. */
export function LevelMeter({ sound }: { sound: MediaStream }) {
  const { t } = useRoom();
  const [level, setLevel] = useState(0);
  useEffect(() => measureLevel(sound, setLevel), [sound]);
  return (
    <>
      <p class="hint">{t.check.speak}</p>
      <meter aria-label={t.check.level} min={0} max={1} value={level} />
    </>
  );
}
