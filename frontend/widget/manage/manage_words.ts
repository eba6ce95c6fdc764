import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ManageWords } from '../words/manage';

export const ManageWordsContext = createContext<ManageWords | undefined>(undefined);

/** Returns the texts of the manage page. */
export function useManageWords(): ManageWords {
  const words = useContext(ManageWordsContext);
  if (!words) {
    throw new TypeError('useManageWords requires a ManageWordsContext.');
  }
  return words;
}
