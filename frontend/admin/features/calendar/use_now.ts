import { useEffect, useState } from 'react';

const often = 20_000;

/** The time now in seconds since the epoch; a little late, but it goes on. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now() / 1000);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now() / 1000), often);
    return () => clearInterval(timer);
  }, []);
  return now;
}
