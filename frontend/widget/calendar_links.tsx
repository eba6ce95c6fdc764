import type { Booked, Service } from './api';
import { googleCalendar, outlookCalendar } from './calendar_entry';
import { useSurroundings } from './widget_context';

interface Props {
  service: Service;
  booked: Booked;
}

/** The ways into the client's calendar. The two that lead to others tell them of the appointment, when one follows them. */
export function CalendarLinks({ service, booked }: Props) {
  const { t, branch } = useSurroundings();
  const { street, postalCode, city } = branch.address;
  const entry = {
    title: `${service.name} · ${branch.name}`,
    start: booked.start,
    end: booked.end,
    place: booked.joinUrl ?? [branch.name, street, `${postalCode} ${city}`.trim()].filter(Boolean).join(', '),
  };
  return (
    <details class="calendars">
      <summary>{t.calendar}</summary>
      <div>
        <a class="plain" href={booked.calendarUrl}>
          {t.calendarFile}
        </a>
        <a class="plain" href={googleCalendar(entry)} target="_blank" rel="noreferrer">
          Google
        </a>
        <a class="plain" href={outlookCalendar(entry)} target="_blank" rel="noreferrer">
          Outlook
        </a>
      </div>
    </details>
  );
}
