import { useState } from 'react';
import { store, stored } from '../../../environment/storage';
import { type Coloring, colorings } from './coloring';

const storageKey = 'visavis-calendar-colors';

/** Returns what colors show, as last chosen on this device, and a function that sets it. */
export function useColoring(): [Coloring, (coloring: Coloring) => void] {
  const [coloring, setColoring] = useState<Coloring>(() => colorings.find((one) => one === stored(storageKey)) ?? 'status');
  return [
    coloring,
    (next) => {
      store(storageKey, next);
      setColoring(next);
    },
  ];
}
