import type { ComponentChildren } from 'preact';
import type { Service } from './api';
import { useSurroundings } from './widget_context';
import { OwnTime } from './local_time';

interface Props {
  service: Service;
  start: string;
  /** The display name. */
  staff: string;
  children?: ComponentChildren;
}

/** When, what, with whom and where. */
export function Summary({ service, start, staff, children }: Props) {
  const { t, format, branch } = useSurroundings();
  const { street, postalCode, city } = branch.address;
  const place = [street, `${postalCode} ${city}`.trim()].filter(Boolean).join(', ');
  return (
    <div class="summary">
      <strong>{format.moment(start)}</strong>
      <OwnTime at={start} />
      <span>
        {service.name} {t.with(staff)}
      </span>
      {service.delivery === 'VIDEO' ? <span class="video">{t.video}</span> : <span>{place || t.inSalon}</span>}
      {children}
    </div>
  );
}
