import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Service } from './api';
import { useWidget } from './widget_context';
import { LocalTime } from './local_time';
import { PlaceLink } from './place_link';
import { ServiceFacts } from './service_facts';
import { wearClosing } from './wear_closing';

interface Props {
  service: Service;
  start: string;
  /** Display name of the staff member. */
  staff: string;
  children?: ComponentChildren;
}

/** The time, service, staff member, price and place of an appointment. */
export function Summary({ service, start, staff, children }: Props) {
  const { t, format, onShown } = useWidget();
  useEffect(onShown, [onShown]);
  return (
    <div ref={wearClosing} class="summary">
      <strong>{format.moment(start)}</strong>
      <LocalTime at={start} />
      <span>
        {service.name} {t.with(staff)}
      </span>
      <ServiceFacts service={service} />
      {service.delivery === 'IN_SALON' && <PlaceLink />}
      {children}
    </div>
  );
}
