import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Column } from './columns';

/** Returns the columns on the sheet that is being printed, and a function that prints some; the browser's own command prints all. */
export function usePrinting(all: readonly Column[]) {
  const [printed, setPrinted] = useState<readonly Column[]>([]);
  const chosen = useRef<readonly Column[]>(undefined);
  const shown = useRef(all);
  useEffect(() => {
    shown.current = all;
  });
  useEffect(() => {
    const begin = () => flushSync(() => setPrinted(chosen.current ?? shown.current));
    const end = () => {
      chosen.current = undefined;
      setPrinted([]);
    };
    addEventListener('beforeprint', begin);
    addEventListener('afterprint', end);
    return () => {
      removeEventListener('beforeprint', begin);
      removeEventListener('afterprint', end);
    };
  }, []);
  return {
    printed,
    print(columns: readonly Column[]) {
      chosen.current = columns;
      globalThis.print();
    },
  };
}
