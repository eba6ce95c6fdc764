import { useEffect, useState } from 'react';
import { now } from '../../../environment/clock';

const often = 20_000;

/** Returns the current time in seconds since the epoch, updated every 20 seconds. */
export function useNow(): number {
  const [seconds, setSeconds] = useState(() => now() / 1000);
  useEffect(() => {
    const timer = setInterval(() => setSeconds(now() / 1000), often);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
