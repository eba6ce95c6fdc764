import { mount } from './mount';
import { reloadElsewhere } from './own_address';

declare global {
  /** An inline script requests it before this script has loaded; see preload_salon.ts. */
  var salonResponse: Promise<Response> | undefined;
}

const [, , slug = ''] = location.pathname.split('/');
const search = new URLSearchParams(location.search);
reloadElsewhere();

async function show(booking: HTMLElement) {
  if (parent !== window) {
    (await import('./framed_page')).joinParent(booking);
  }
  if (search.has('from')) {
    (await import('./wished_day')).wish(search);
  }
  mount(booking, {
    origin: location.origin,
    isOnOwnPage: true,
    salonResponse: globalThis.salonResponse,
    branch: decodeURIComponent(slug),
    service: search.get('service'),
    staff: search.get('staff'),
    language: document.documentElement.lang, // the server has chosen it; see pages_by_language.ts
  });
}

const booking = document.querySelector<HTMLElement>('#booking');
if (booking) {
  void show(booking);
}
