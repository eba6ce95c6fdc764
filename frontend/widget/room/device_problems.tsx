import { problemsOf } from '../../call';
import { browserOf } from './browser_help';
import { useObservable, useRoom } from './room_context';

/** What is wrong with camera and microphone, and what to do about it. */
export function DeviceProblems() {
  const { t, media } = useRoom();
  const wrong = problemsOf(useObservable(media.facts));
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
      <button type="button" class="plain" onClick={() => void media.openAgain()}>
        {t.wrong.again}
      </button>
    </div>
  ) : null;
}
