import { useState } from 'preact/hooks';
import { storedInTab, storeInTab } from '../../environment/storage';

/** Returns a text that outlives the step and the page in this tab, and a function that changes it. */
export function useKeptText(name: string): [text: string, keep: (text: string) => void] {
  const key = `visavis ${name}`;
  const [text, setText] = useState(() => storedInTab(key) ?? '');
  return [
    text,
    (written) => {
      storeInTab(key, written);
      setText(written);
    },
  ];
}
