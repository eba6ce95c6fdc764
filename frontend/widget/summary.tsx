import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { BookedStaff, Service } from './api';
import { useWidget } from './widget_context';
import { LocalTime } from './local_time';
import { Photo } from './photo';
import { PlaceLink } from './place_link';
import { ServiceFacts } from './service_facts';
import { wearClosing } from './wear_closing';

interface Props {
  service: Service;
  start: string;
  staff: BookedStaff;
  children?: ComponentChildren;
}

/** The time, service, staff member, price and place of an appointment. */
export function Summary({ service, start, staff, children }: Props) {
  const { t, format, onShown } = useWidget();
  useEffect(onShown, [onShown]);
  return (
    <div ref={wearClosing} class="summary">
      <Photo staff={staff} />
      <strong>{format.moment(start)}</strong>
      <LocalTime at={start} />
      <span>
        {service.name} {t.with(staff.displayName)}
      </span>
      <ServiceFacts service={service} />
      {service.delivery === 'IN_SALON' && <PlaceLink />}
      {children}
    </div>
  );
}
