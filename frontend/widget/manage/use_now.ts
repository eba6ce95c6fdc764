import { useEffect, useState } from 'preact/hooks';
import { now } from '../../environment/clock';

/** Update interval in milliseconds. */
const interval = 15_000;

/** Returns the time in milliseconds since the epoch, updated regularly. */
export function useNow(): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), interval);
    return () => clearInterval(timer);
  }, []);
  return time;
}
