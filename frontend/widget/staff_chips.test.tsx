import { render } from 'preact';
import { afterEach, expect, test } from 'vitest';
import type { Branch, StaffProfile } from './api';
import { StaffChips } from './staff_chips';
import { useNewWidget, WidgetContext } from './widget_context';
import { type BookingWords, bookingWords } from './words/booking';

const page = document.createElement('div');

afterEach(() => render(null, page));

const branch = { timeZone: 'Europe/Berlin', timeZoneAliases: [] as string[] } as Branch;
const preset = { origin: 'https://salon.example', branch: 'mitte' };
const person = (id: string, photo: StaffProfile['photo']) => ({ staff: { id, displayName: id, color: '#123456', photo }, nextStart: null });

function Shown({ t }: { t: BookingWords }) {
  const widget = useNewWidget(preset, branch, 'de', t, () => undefined);
  return (
    <WidgetContext.Provider value={widget}>
      <StaffChips staff={[person('Anna', { url: 'https://other.example/pictures/pic_a/small' }), person('Ben', null)]} chosen={undefined} onChoose={() => undefined} />
    </WidgetContext.Provider>
  );
}

test('who has a photo is shown by it, others by their color, and anyone by neither', async () => {
  render(<Shown t={await bookingWords('de')} />, page);
  const [anyone, anna, ben] = page.querySelectorAll('button');
  expect(anyone?.querySelector('img, i')).toBeNull();
  const photo = anna?.querySelector('img');
  // Under the address by which the page reached the server; the name stands beside it.
  expect([photo?.getAttribute('src'), photo?.getAttribute('alt')]).toEqual(['https://salon.example/pictures/pic_a/small', '']);
  expect(anna?.querySelector('i')).toBeNull();
  expect(ben?.querySelector('img')).toBeNull();
  expect(ben?.querySelector('i')).not.toBeNull();
});
