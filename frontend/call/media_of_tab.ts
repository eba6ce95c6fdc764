import { storedInTab, storeInTab } from '../environment/storage';
import { Media, type Wishes } from './media';

const [microphone, camera] = ['visavis microphone', 'visavis camera'];
const isOff = (key: string) => storedInTab(key) === 'off';

function remember({ isMuted, wantsCamera }: Partial<Wishes>) {
  if (isMuted !== undefined) {
    storeInTab(microphone, isMuted ? 'off' : 'on');
  }
  if (wantsCamera !== undefined) {
    storeInTab(camera, wantsCamera ? 'on' : 'off');
  }
}

/** Returns the media of this tab, with what the person wished before a reload or a crash. */
export const mediaOfTab = (): Media => new Media({ isMuted: isOff(microphone), wantsCamera: !isOff(camera) }, remember);
