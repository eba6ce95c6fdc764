import { mount } from './mount';

const [, , slug = ''] = location.pathname.split('/');
const search = new URLSearchParams(location.search);
const booking = document.querySelector('#booking');
if (booking) {
  mount(booking, {
    origin: location.origin,
    branch: decodeURIComponent(slug),
    service: search.get('service') ?? undefined,
    staff: search.get('staff') ?? undefined,
  });
}
