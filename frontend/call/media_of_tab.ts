import { storedInTab, storeInTab } from '../environment/storage';
import { Media } from './media';

const key = 'visavis microphone';

/** Returns the media of this tab, muted if the person was so before a reload or a crash. */
export const mediaOfTab = (): Media => new Media(storedInTab(key) === 'off', (isMuted) => void storeInTab(key, isMuted ? 'off' : 'on'));
