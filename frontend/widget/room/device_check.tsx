import { useCallback, useEffect, useState } from 'preact/hooks';
import { playTones } from '../../call/speaker_test';
import { DeviceChoice } from './device_choice';
import { DeviceProblems } from './device_problems';
import { LevelMeter } from './level_meter';
import { Picture } from './picture';
import { mayHoldDevices } from './room';
import { useObservable, useRoom } from './room_context';
import { useWhenOut } from './use_when_out';

interface Props {
  /** Whether the devices are in use anyway, as in the waiting room. */
  isOpen?: boolean;
}

/** A test of camera, microphone and speaker. */
export function DeviceCheck({ isOpen = false }: Props) {
  const { t, media, session } = useRoom();
  const [isTesting, setTesting] = useState(isOpen);
  useWhenOut(useCallback(() => setTesting(false), []));
  useEffect(
    () => () => {
      if (!mayHoldDevices(session.facts.get().place)) {
        media.release();
      }
    },
    [media, session],
  );
  function begin() {
    setTesting(true);
    void media.openWished();
  }
  function end() {
    setTesting(false);
    media.release();
  }
  return (
    <section aria-label={t.check.title}>
      <h2>{t.check.title}</h2>
      {isTesting ? (
        <>
          <Test />
          {!isOpen && (
            <button type="button" class="plain" onClick={end}>
              {t.check.close}
            </button>
          )}
        </>
      ) : (
        <>
          {media.facts.get().isInsecure && <DeviceProblems />}
          <button type="button" class="plain" onClick={begin}>
            {t.check.start}
          </button>
        </>
      )}
    </section>
  );
}

function Test() {
  const { t, media, announce } = useRoom();
  const { picture, sound, microphone, isAsking, speakerId, wantsCamera } = useObservable(media.facts);
  const [isPlaying, setPlaying] = useState(false);
  useEffect(() => {
    if (isAsking) {
      announce(t.check.asking);
    }
  }, [announce, isAsking, t]);
  async function play() {
    setPlaying(true);
    await playTones(speakerId).catch(() => undefined);
    setPlaying(false);
  }
  return (
    <>
      {isAsking && <p class="well">{t.check.asking}</p>}
      <DeviceProblems />
      {picture && (
        <div class="preview">
          <Picture stream={picture} label={t.check.preview} isMirrored />
        </div>
      )}
      {sound && <LevelMeter sound={sound} />}
      <div class="choices">
        {sound && microphone === 'OFF' && (
          <button type="button" class="plain" onClick={() => void media.setMicrophone(true)}>
            {t.call.unmute}
          </button>
        )}
        <button type="button" class="plain" aria-busy={isPlaying} onClick={() => !isPlaying && void play()}>
          {t.check.play}
        </button>
        {wantsCamera ? (
          <>
            <button type="button" class="plain" onClick={() => void media.setCamera(false)}>
              {t.check.onlySound}
            </button>
            {!picture && (
              <button type="button" class="plain" onClick={() => void media.setCamera(false)}>
                {t.check.noCamera}
              </button>
            )}
          </>
        ) : (
          <button type="button" class="plain" onClick={() => void media.setCamera(true)}>
            {t.check.withCamera}
          </button>
        )}
      </div>
      <output class="hint">{isPlaying && t.check.playing}</output>
      {!wantsCamera && <p class="hint">{t.check.soundHint}</p>}
      <DeviceChoice />
    </>
  );
}
