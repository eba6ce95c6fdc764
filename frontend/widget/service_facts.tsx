import type { Service } from './api';
import { useWidget } from './widget_context';
import { minutesOf } from './format';

/** The delivery, duration and price of a service. */
export function ServiceFacts({ service: { delivery, duration, price } }: { service: Service }) {
  const { t, format, branch } = useWidget();
  const isVideo = delivery === 'VIDEO';
  return (
    <span class="facts">
      <span class={isVideo ? 'video' : undefined}>{isVideo ? t.video : t.inSalon}</span> · {t.minutes(minutesOf(duration))} ·{' '}
      {price.minorUnits === 0 ? t.free : `${format.money(price)} ${t.vat[branch.vatNote]}`}
    </span>
  );
}
