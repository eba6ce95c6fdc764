import { storedInTab, storeInTab } from '../../../environment/storage';

const key = 'visavis camera';

/** Reports whether the staff member wants to be seen, as they chose in this tab. */
export const wantsCamera = (): boolean => storedInTab(key) !== 'off';

/** Remembers whether the staff member wants to be seen. */
export const wishCamera = (isWanted: boolean) => void storeInTab(key, isWanted ? 'on' : 'off');
