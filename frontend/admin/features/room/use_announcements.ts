import { useCallback, useState } from 'react';
import { type Said, withText } from '../../../call/announcements';

/** Returns what screen readers say, and a function that adds a text to it. */
export function useAnnouncements(): [readonly Said[], (text: string) => void] {
  const [said, setSaid] = useState<readonly Said[]>([]);
  const announce = useCallback((text: string) => setSaid((before) => withText(before, text)), []);
  return [said, announce];
}
