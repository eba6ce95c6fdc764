import { useEffect, useState } from 'preact/hooks';

const secondsUntil = (at: number) => Math.max(0, Math.round((at - Date.now()) / 1000));

/** Returns the seconds until a time in the format of Date.now(); 0 if it has passed. */
export function useCountdown(at: number): number {
  const [left, setLeft] = useState(() => secondsUntil(at));
  useEffect(() => {
    const timer = setInterval(() => setLeft(secondsUntil(at)), 1000);
    return () => clearInterval(timer);
  }, [at]);
  return left;
}
