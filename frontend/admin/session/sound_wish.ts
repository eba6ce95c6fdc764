import { store, stored } from '../../environment/storage';

const key = 'visavis-sound';

/** Reports whether this device plays a sound when a customer begins to wait; it does unless it was switched off. */
export const wantsSound = (): boolean => stored(key) !== 'off';

/** Keeps for this device whether it plays a sound. */
export const wishSound = (isWanted: boolean): void => store(key, isWanted ? 'on' : 'off');
