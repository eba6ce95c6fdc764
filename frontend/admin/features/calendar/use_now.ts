import { useEffect, useState } from 'react';

const often = 20_000;

/** Returns the current time in seconds since the epoch, updated every 20 seconds. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now() / 1000);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() / 1000), often);
    return () => clearInterval(timer);
  }, []);
  return now;
}
