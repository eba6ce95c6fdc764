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

it('builds an Outlook URL with all fields', () => {
  const { origin, searchParams } = new URL(outlookCalendar(entry));
  expect(origin).toBe('https://outlook.live.com');
  expect(Object.fromEntries(searchParams)).toMatchObject({ subject: 'Farbe & Form · Mitte', startdt: entry.start, enddt: entry.end, location: entry.place });
});
