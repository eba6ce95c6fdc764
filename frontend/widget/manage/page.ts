import { reloadElsewhere } from '../own_address';
import { mount } from './mount';

const [, , secret = ''] = location.pathname.split('/');
reloadElsewhere();
const appointment = document.querySelector('#appointment');
if (appointment) {
  mount(appointment, { origin: location.origin, secret: decodeURIComponent(secret) });
}
