import { useWidget } from './widget_context';

/** A start by the other clock, if it differs: the customer's, or the salon's where times are the customer's. */
export function LocalTime({ at }: { at: string }) {
  const { format, t } = useWidget();
  const time = format.otherTime(at);
  return time ? (
    <small class="local-time" key={time}>
      {' '}
      {format.isOwnClock ? t.salonTime(time) : t.customerTime(time)}
    </small>
  ) : null;
}
