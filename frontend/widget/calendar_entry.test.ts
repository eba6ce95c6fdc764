import { expect, it } from 'vitest';
import { googleCalendar, outlookCalendar } from './calendar_entry';

const entry = {
  title: 'Farbe & Form · Mitte',
  start: '2026-11-26T09:00:00Z',
  end: '2026-11-26T09:30:00Z',
  place: 'https://booking.example/join/abc',
};

it('builds a Google Calendar URL with all fields', () => {
  const { origin, searchParams } = new URL(googleCalendar(entry));
  expect(origin).toBe('https://calendar.google.com');
  expect(Object.fromEntries(searchParams)).toEqual({
    action: 'TEMPLATE',
    text: 'Farbe & Form · Mitte',
    dates: '20261126T090000Z/20261126T093000Z',
    location: 'https://booking.example/join/abc',
  });
});

it.each(['outlook.live.com', 'outlook.office.com'] as const)('builds a URL of %s with all fields', (host) => {
  const { origin, searchParams } = new URL(outlookCalendar(host, entry));
  expect(origin).toBe(`https://${host}`);
  expect(Object.fromEntries(searchParams)).toMatchObject({ subject: 'Farbe & Form · Mitte', startdt: entry.start, enddt: entry.end, location: entry.place });
});

it('has no plus for a space, and keeps one that is meant', () => {
  const plus = { ...entry, title: 'Schnitt + Farbe' };
  for (const url of [googleCalendar(plus), outlookCalendar('outlook.live.com', plus)]) {
    expect(url).not.toContain('+');
    expect(url).toContain('Schnitt%20%2B%20Farbe');
  }
});
