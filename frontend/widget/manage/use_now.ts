import { useEffect, useState } from 'preact/hooks';

/** How often the time is looked at, in milliseconds. */
const often = 15_000;

/** The time of Date.now(), and again while it passes. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), often);
    return () => clearInterval(timer);
  }, []);
  return now;
}
