import { storeInTab } from '../environment/storage';
import { otherTimesWords } from './other_times_words';
import { clockKey, useWidget } from './widget_context';

/** Says by whose clock times are, and changes it where the customer's differs. */
export function ClockChoice() {
  const { format, language, showOwnClock } = useWidget();
  const t = otherTimesWords[language];
  const text = t.zone(format.zone);
  function choose() {
    storeInTab(clockKey, format.isOwnClock ? '' : 'own');
    showOwnClock(!format.isOwnClock);
  }
  return (
    <p class="hint">
      <span key={text} aria-live="polite">
        {text}
      </span>
      {format.knowsCustomerZone && (
        <>
          <br />
          <button type="button" class="plain" onClick={choose}>
            <span key={String(format.isOwnClock)}>{format.isOwnClock ? t.salonClock : t.ownClock}</span>
          </button>
        </>
      )}
    </p>
  );
}
