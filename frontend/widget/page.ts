import { type BookedDetail, tellFrame, tellHeight } from './frame';
import { mount } from './mount';

const [, , slug = ''] = location.pathname.split('/');
const search = new URLSearchParams(location.search);
const booking = document.querySelector('#booking');
if (booking) {
  mount(booking, {
    origin: location.origin,
    isOnOwnPage: true,
    branch: decodeURIComponent(slug),
    service: search.get('service') ?? undefined,
    staff: search.get('staff') ?? undefined,
  });
  booking.addEventListener('visavis:booked', (event) => tellFrame({ visavis: 'booked', value: (event as CustomEvent<BookedDetail>).detail }));
  tellHeight(document.body);
}
