import { type BookedDetail, postToParent, postHeight } from './frame';
import { mount } from './mount';
import { reloadElsewhere } from './own_address';
import { applyTheme } from './theme';

declare global {
  /** An inline script requests it before this script has loaded; see preload_salon.ts. */
  var salonResponse: Promise<Response> | undefined;
}

const [, , slug = ''] = location.pathname.split('/');
const search = new URLSearchParams(location.search);
reloadElsewhere();
applyTheme(location.hash.slice(1), document.documentElement);
document.documentElement.toggleAttribute('data-framed', parent !== window);
const booking = document.querySelector('#booking');
if (booking) {
  mount(booking, {
    origin: location.origin,
    isOnOwnPage: true,
    salonResponse: globalThis.salonResponse,
    branch: decodeURIComponent(slug),
    service: search.get('service') ?? undefined,
    staff: search.get('staff') ?? undefined,
  });
  booking.addEventListener('visavis:booked', (event) => postToParent({ visavis: 'booked', value: (event as CustomEvent<BookedDetail>).detail }));
  postHeight(document.body);
}
