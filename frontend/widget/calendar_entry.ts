/** A calendar entry for an appointment. */
export interface CalendarEntry {
  title: string;
  /** RFC 3339, in UTC. */
  start: string;
  end: string;
  place: string;
}

/** Returns an instant in the basic format of ISO 8601. */
const basic = (instant: string) => new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');

/** Returns a Google Calendar URL that offers to add the entry. */
export function googleCalendar({ title, start, end, place }: CalendarEntry): string {
  const search = new URLSearchParams({ action: 'TEMPLATE', text: title, dates: `${basic(start)}/${basic(end)}`, location: place });
  return `https://calendar.google.com/calendar/render?${search}`;
}

/** Returns an Outlook on the web URL that offers to add the entry. */
export function outlookCalendar({ title, start, end, place }: CalendarEntry): string {
  const search = new URLSearchParams({
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: start,
    enddt: end,
    location: place,
  });
  return `https://outlook.live.com/calendar/0/deeplink/compose?${search}`;
}
