import { useCallback, useRef } from 'preact/hooks';

/** Returns a function that runs a task unless one is running: a double click does one thing. */
export function useOneAtATime(): (task: () => Promise<void>) => Promise<void> {
  const runningRef = useRef(false);
  return useCallback(async (task) => {
    if (runningRef.current) {
      return;
    }
    runningRef.current = true;
    try {
      await task();
    } finally {
      runningRef.current = false;
    }
  }, []);
}
