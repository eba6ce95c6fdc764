import { useState } from 'preact/hooks';
import { Observable } from '../../call';
import { storedInTab, storeInTab } from '../../environment/storage';
import { useObservable } from './room_context';

const key = 'visavis camera';

let wish: Observable<boolean> | undefined;

const theWish = () => (wish ??= new Observable(storedInTab(key) !== 'off'));

/** Reports whether the customer wants to be seen. */
export const wantsCamera = (): boolean => theWish().get();

/** Returns whether the customer wants to be seen, and a function that sets it. */
export function useCameraWish(): [boolean, (isWanted: boolean) => void] {
  const [observable] = useState(theWish);
  const set = (isWanted: boolean) => {
    storeInTab(key, isWanted ? 'on' : 'off');
    observable.set(isWanted);
  };
  return [useObservable(observable), set];
}
