import type { Room } from './room';
import { useRoom } from './room_context';

/** Returns the name of a zone with its offset at a time, such as "Europe/Berlin (GMT+1)". */
function zoneAt(language: string, timeZone: string, at: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(Date.parse(at));
  return `${timeZone} (${parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''})`;
}

/** What was booked, with whom and when. */
export function VisitFacts({ room: { service, staff, start, end } }: { room: Room }) {
  const { origin, t, format, language } = useRoom();
  return (
    <dl>
      <div>
        <dt>{t.what}</dt>
        <dd>{service.name}</dd>
      </div>
      <div>
        <dt>{t.who}</dt>
        <dd class="person">
          {/* By the address under which this page reached the server, which may have several. */}
          {staff.photo && <img src={origin + new URL(staff.photo.url).pathname} alt="" width="56" height="56" />}
          <span>
            {staff.displayName}
            {staff.title && <small>{staff.title}</small>}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t.when}</dt>
        <dd>
          <time dateTime={start}>
            {format.day(format.dateOf(start))}
            <br />
            {t.hours(`${format.time(start)}–${format.time(end)}`)}
          </time>
          <small>{t.zone(zoneAt(language, format.zone, start))}</small>
        </dd>
      </div>
    </dl>
  );
}
