import { useEffect, useState } from 'preact/hooks';
import { now } from '../../environment/clock';

/** Returns the time in milliseconds since the epoch, updated every second. */
export function useTime(): number {
  const [time, setTime] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setTime(now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return time;
}
