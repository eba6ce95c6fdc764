import { useEffect, useState } from 'preact/hooks';

const secondsUntil = (instant: string) => Math.max(0, Math.round((Date.parse(instant) - Date.now()) / 1000));

/** How many seconds there are until an instant; 0 when it has passed. */
export function useCountdown(instant: string): number {
  const [left, setLeft] = useState(() => secondsUntil(instant));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(instant)), 1000);
    return () => clearInterval(timer);
  }, [instant]);
  return left;
}
