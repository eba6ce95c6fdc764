import { storedInTab, storeInTab } from '../../environment/storage';
import type { Language } from '../language';
import { roomWords } from '../words/room';
import { mount } from './mount';
import { roomApi } from './transport';

/** How long to wait before the room is asked for again if the server cannot be reached, in milliseconds. */
const pause = 5_000;

/** Loads the page again, once, so that the server writes what the link leads to now. */
function reload(joinToken: string): void {
  const key = 'visavis unknown room';
  if (storedInTab(key) !== joinToken && storeInTab(key, joinToken)) {
    location.reload();
  }
}

/** Makes the page live. What the server has written stays until the room is there, and for good if there is none. */
async function start(main: HTMLElement): Promise<void> {
  const [, , joinToken = ''] = location.pathname.split('/');
  const language = document.documentElement.lang as Language; // the server has chosen it
  const api = roomApi(location.origin, language, joinToken, () => reload(joinToken));
  try {
    const [t, room] = await Promise.all([roomWords(language), api.read()]);
    if (room) {
      mount(main, { language, t, api, room });
    }
  } catch {
    setTimeout(() => void start(main), pause);
  }
}

const main = document.querySelector('main');
if (main) {
  void start(main);
}
