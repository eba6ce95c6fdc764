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

/** Returns an address with a query. Spaces are %20: some calendars show a plus as it is. */
const address = (base: string, query: Record<string, string>) => `${base}?${new URLSearchParams(query).toString().replaceAll('+', '%20')}`;

/** Returns a Google Calendar URL that offers to add the entry. */
export const googleCalendar = ({ title, start, end, place }: CalendarEntry): string =>
  address('https://calendar.google.com/calendar/render', {
    action: 'TEMPLATE',
    text: title,
    dates: `${basic(start)}/${basic(end)}`,
    location: place,
  });

/** The hosts of Outlook on the web: for private accounts, and for those of Microsoft 365. */
export type OutlookHost = 'outlook.live.com' | 'outlook.office.com';

/** Returns an Outlook on the web URL that offers to add the entry. */
export const outlookCalendar = (host: OutlookHost, { title, start, end, place }: CalendarEntry): string =>
  address(`https://${host}/calendar/0/deeplink/compose`, {
    path: '/calendar/action/compose',
    rru: 'addevent',
    subject: title,
    startdt: start,
    enddt: end,
    location: place,
  });
