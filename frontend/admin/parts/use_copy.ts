import { notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { copyText } from '../../environment/clipboard';
import { useWords, words } from '../language/words';

const copyWords = words(
  { failed: 'Dieser Browser lässt hier nichts kopieren. Markiere den Text und kopiere ihn selbst.' },
  { failed: 'This browser does not allow copying here. Select the text and copy it yourself.' },
);

/** How long a button says that it has copied, in milliseconds. */
const long = 2_000;

/** Returns a function that copies a text, and whether it has just done so. */
export function useCopy(text: string) {
  const t = useWords(copyWords);
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    const timer = copied && setTimeout(() => setCopied(false), long);
    return () => clearTimeout(timer || undefined);
  }, [copied]);
  async function copy() {
    const done = await copyText(text);
    setCopied(done);
    if (!done) {
      notifications.show({ id: 'copy', color: 'red', message: t.failed });
    }
  }
  return { copied, copy: () => void copy() };
}
