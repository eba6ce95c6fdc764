import { render } from 'preact';
import { DeviceOfTab, type Media, mediaOfTab, Session } from '../../call';
import type { Language } from '../language';
import type { RoomWords } from '../words/room';
import { type Room, type Salon, viewOf } from './room';
import styles from './room.css?inline';
import { RoomPageView } from './room_page';
import type { RoomApi } from './transport';

interface Mounted {
  language: Language;
  t: RoomWords;
  api: RoomApi;
  room: Room & { branch: Salon };
}

/** Shows a room in place of what the server has written of it. */
export function mount(main: HTMLElement, { language, t, api, room }: Mounted): void {
  clearTimeout((window as { reloading?: number }).reloading); // as the server's page does until it is live
  const device = new DeviceOfTab(`visavis room ${room.appointmentId}`);
  const media = mediaOfTab();
  const session = new Session<Room>({ transport: api, side: 'CUSTOMER', media, device });
  const comeBackIfInside = () => {
    if (device.key && viewOf(session.facts.get().room ?? room, 'OUTSIDE') === 'OPEN') {
      void comeBack(session, media);
    }
  };
  addEventListener('pageshow', ({ persisted }) => persisted && comeBackIfInside());
  void session.start().then(() => session.facts.get().place === 'OUTSIDE' && comeBackIfInside());
  addStyles();
  render(
    <RoomPageView
      shared={{ origin: location.origin, language, t, salon: room.branch, api, session, media }}
      first={room}
      onView={(view) => main.setAttribute('data-view', view)}
    />,
    rootIn(main),
  );
}

/** Comes in again after a reload, a crash of the tab, or from the browser's history. */
async function comeBack(session: Session<Room>, media: Media) {
  void media.openWished();
  await session.enter().catch(() => undefined); // the button is there
}

/** Returns an element for what the page shows, in place of all but the salon's name, contact and legal links, which stay as they are. */
function rootIn(main: HTMLElement): HTMLElement {
  const root = document.createElement('div');
  for (const child of main.querySelectorAll(':scope > :not(.name, .salon, .legal)')) {
    child.remove();
  }
  const name = main.querySelector('.name');
  if (name) {
    name.after(root);
  } else {
    main.prepend(root);
  }
  return root;
}

function addStyles() {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(styles);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    const style = document.createElement('style'); // Safari before 16.4 constructs no style sheets
    style.nonce = document.querySelector('script')?.nonce ?? '';
    style.textContent = styles;
    document.head.append(style);
  }
}
