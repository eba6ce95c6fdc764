import { useEffect, useState } from 'preact/hooks';

/** Update interval in milliseconds. */
const interval = 15_000;

/** Returns the time of Date.now(), updated regularly. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), interval);
    return () => clearInterval(timer);
  }, []);
  return now;
}
