import { type BookedDetail, tellFrame, tellHeight } from './frame';
import { mount } from './mount';
import { wear } from './theme';

declare global {
  /** A script in the page asks for it before this one is here; see preload_salon.ts. */
  var salonAnswer: Promise<Response> | undefined;
}

const [, , slug = ''] = location.pathname.split('/');
const search = new URLSearchParams(location.search);
wear(location.hash.slice(1), document.documentElement);
document.documentElement.toggleAttribute('data-framed', parent !== window);
const booking = document.querySelector('#booking');
if (booking) {
  mount(booking, {
    origin: location.origin,
    isOnOwnPage: true,
    salonAnswer: globalThis.salonAnswer,
    branch: decodeURIComponent(slug),
    service: search.get('service') ?? undefined,
    staff: search.get('staff') ?? undefined,
  });
  booking.addEventListener('visavis:booked', (event) => tellFrame({ visavis: 'booked', value: (event as CustomEvent<BookedDetail>).detail }));
  tellHeight(document.body);
}
