import { storedInTab, storeInTab } from '../environment/storage';
import { Media, type Wishes } from './media';

const key = (name: string) => `visavis ${name}`;
const isOff = (name: string) => storedInTab(key(name)) === 'off';
const chosen = ['cameraId', 'microphoneId', 'speakerId'] as const;

function remember({ isMuted, wantsCamera, ...ids }: Partial<Wishes>) {
  if (isMuted !== undefined) {
    storeInTab(key('microphone'), isMuted ? 'off' : 'on');
  }
  if (wantsCamera !== undefined) {
    storeInTab(key('camera'), wantsCamera ? 'on' : 'off');
  }
  for (const name of chosen) {
    const id = ids[name];
    if (id) {
      storeInTab(key(name), id);
    }
  }
}

/** Returns the media of this tab, with what the person wished before a reload or a crash. */
export const mediaOfTab = (): Media =>
  new Media(
    {
      isMuted: isOff('microphone'),
      wantsCamera: !isOff('camera'),
      ...Object.fromEntries(chosen.map((name) => [name, storedInTab(key(name)) ?? undefined])),
    },
    remember,
  );
