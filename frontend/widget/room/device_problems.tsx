import { problemsOf } from '../../call';
import { browserOf } from './browser_help';
import { PhoneLink } from './phone_link';
import { useAnnouncement, useObservable, useRoom } from './room_context';

/** What is wrong with camera and microphone, and what to do about it. */
export function DeviceProblems() {
  const { t, media } = useRoom();
  const facts = useObservable(media.facts);
  const wrong = problemsOf(facts);
  const isDenied = wrong.some(({ state }) => state === 'DENIED');
  const { substitute } = facts;
  const substituted = substitute ? t.substitute[substitute.kind](substitute.label) : '';
  useAnnouncement(substituted);
  if (facts.isInsecure) {
    return (
      <div class="notice">
        <p>{t.wrong.insecure}</p>
        <PhoneLink />
      </div>
    );
  }
  return (
    <>
      {substituted && <p class="well">{substituted}</p>}
      {wrong.length > 0 && (
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
      )}
    </>
  );
}
