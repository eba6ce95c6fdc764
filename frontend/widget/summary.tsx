import type { ComponentChildren } from 'preact';
import type { Service } from './api';
import { useWidget } from './widget_context';
import { LocalTime } from './local_time';

interface Props {
  service: Service;
  start: string;
  /** Display name of the staff member. */
  staff: string;
  children?: ComponentChildren;
}

/** The time, service, staff member and place of an appointment. */
export function Summary({ service, start, staff, children }: Props) {
  const { t, format, branch } = useWidget();
  const { street, postalCode, city } = branch.address;
  const place = [street, `${postalCode} ${city}`.trim()].filter(Boolean).join(', ');
  return (
    <div class="summary">
      <strong>{format.moment(start)}</strong>
      <LocalTime at={start} />
      <span>
        {service.name} {t.with(staff)}
      </span>
      {service.delivery === 'VIDEO' ? <span class="video">{t.video}</span> : <span>{place || t.inSalon}</span>}
      {children}
    </div>
  );
}
