import { useEffect, useState } from 'react';
import { useApi } from '../../api/api';
import { useWords } from '../../language/words';
import { PhotoKeeper } from './photo_keeper';
import { roomWords } from './words';

/** Returns what keeps the photos of a call as long as its page is open. What becomes of each is said to screen readers. */
export function usePhotoKeeper(appointmentId: string, announce: (text: string) => void): PhotoKeeper {
  const { client, freshness } = useApi();
  const { photoKept, keptNot } = useWords(roomWords);
  const [keeper] = useState(() => new PhotoKeeper(client, appointmentId));
  useEffect(
    () =>
      keeper.onEnd((ended) => {
        if (ended.state === 'KEPT') {
          announce(photoKept);
          freshness.refresh();
        } else {
          announce(ended.message || keptNot);
        }
      }),
    [announce, freshness, keeper, keptNot, photoKept],
  );
  useEffect(() => () => keeper.close(), [keeper]);
  return keeper;
}
