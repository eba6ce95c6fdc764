import { googleCalendar, outlookCalendar } from '../calendar_entry';
import type { Room } from './room';
import { useRoom } from './room_context';

/** A file, and links, that add the appointment to a calendar. Those of others learn of it only if they are followed. */
export function CalendarChoice({ room: { service, start, end } }: { room: Room }) {
  const { t, salon } = useRoom();
  const entry = { title: `${service.name} · ${salon.name}`, start, end, place: location.href };
  const links = [
    ['Google', googleCalendar(entry)],
    ['Outlook.com', outlookCalendar('outlook.live.com', entry)],
    ['Microsoft 365', outlookCalendar('outlook.office.com', entry)],
  ] as const;
  return (
    <details>
      <summary>{t.calendar}</summary>
      <a class="plain" href={`${location.pathname}/appointment.ics`}>
        {t.calendarFile}
      </a>
      {links.map(([name, address]) => (
        <a key={name} class="plain" href={address} target="_blank" rel="noreferrer">
          {name}
        </a>
      ))}
    </details>
  );
}
