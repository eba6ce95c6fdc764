import { browserOf } from './browser_help';
import { useObservable, useRoom } from './room_context';
import { useCameraWish } from './camera_wish';

const kinds = ['camera', 'microphone'] as const;

/** What is wrong with camera and microphone, and what to do about it. */
export function DeviceProblems() {
  const { t, media } = useRoom();
  const facts = useObservable(media.facts);
  const [wantsCamera] = useCameraWish();
  const wrong = kinds.flatMap((kind) => {
    const state = facts[kind];
    return state === 'ON' || state === 'OFF' || (kind === 'camera' && !wantsCamera) ? [] : [{ kind, state }];
  });
  const isDenied = wrong.some(({ state }) => state === 'DENIED');
  return wrong.length > 0 ? (
    <div role="alert" class="notice">
      {wrong.map(({ kind, state }) => (
        <p key={kind}>{t.wrong[kind][state]}</p>
      ))}
      {isDenied && (
        <p class="hint">
          {t.wrong.help} {t.wrong[browserOf(navigator.userAgent)]}
        </p>
      )}
      <button
        type="button"
        class="plain"
        onClick={() => void media.open({ camera: wrong.some(({ kind }) => kind === 'camera'), microphone: wrong.some(({ kind }) => kind === 'microphone') })}
      >
        {t.wrong.again}
      </button>
    </div>
  ) : null;
}
