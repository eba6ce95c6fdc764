import type { Booked, Service } from './api';
import { googleCalendar, outlookCalendar } from './calendar_entry';
import { useClosingWords } from './closing_words';
import { useWidget } from './widget_context';

interface Props {
  service: Service;
  booked: Booked;
}

/** Links that add the appointment to the customer's calendar. Google and Outlook receive its data only if the link is followed. */
export function CalendarLinks({ service, booked }: Props) {
  const { branch } = useWidget();
  const t = useClosingWords();
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
        <a class="plain" href={outlookCalendar('outlook.live.com', entry)} target="_blank" rel="noreferrer">
          Outlook.com
        </a>
        <a class="plain" href={outlookCalendar('outlook.office.com', entry)} target="_blank" rel="noreferrer">
          Microsoft 365
        </a>
      </div>
    </details>
  );
}
