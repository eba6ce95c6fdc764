import type { ComponentChildren } from 'preact';
import type { Service } from './api';
import styles from './closing.css?inline';
import { useWidget } from './widget_context';
import { LocalTime } from './local_time';
import { wear } from './shadow';

interface Props {
  service: Service;
  start: string;
  /** Display name of the staff member. */
  staff: string;
  children?: ComponentChildren;
}

/** Adds the styles of the steps that have a summary; the first screen does without. */
function wearStyles(part: Element | null): void {
  if (part) {
    wear(part.getRootNode() as ShadowRoot, styles);
  }
}

/** The time, service, staff member and place of an appointment. */
export function Summary({ service, start, staff, children }: Props) {
  const { t, format, branch } = useWidget();
  const { street, postalCode, city } = branch.address;
  const place = [street, `${postalCode} ${city}`.trim()].filter(Boolean).join(', ');
  return (
    <div ref={wearStyles} class="summary">
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
