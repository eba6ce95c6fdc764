import type { Booked, Service } from './api';
import { useSurroundings } from './context';
import { Step } from './step';

interface Props {
  service: Service;
  booked: Booked;
}

/** It is booked, and this is the way into the call. */
export function DoneStep({ service, booked: { start, staff, joinUrl } }: Props) {
  const { t, format } = useSurroundings();
  return (
    <Step title={t.done}>
      <div class="summary">
        <strong>{format.moment(start)}</strong>
        <span>
          {service.name} {t.with(staff.displayName)}
        </span>
      </div>
      <p>{t.confirmed}</p>
      {joinUrl && (
        <>
          <a class="plain" href={joinUrl} target="_blank" rel="noreferrer">
            {t.join}
          </a>
          <p class="hint">{t.joinHint}</p>
        </>
      )}
    </Step>
  );
}
