import type { Language } from '../language';
import { reloadElsewhere } from '../own_address';
import { mount } from './mount';
import { wordsOf } from './words';

const [, , secret = ''] = location.pathname.split('/');
reloadElsewhere();
const appointment = document.querySelector('#appointment');
if (appointment) {
  // The server has chosen the language; see pages_by_language.ts.
  void wordsOf(document.documentElement.lang as Language).then((browserWords) =>
    mount(appointment, { origin: location.origin, linked: decodeURIComponent(secret), browserWords }),
  );
}
