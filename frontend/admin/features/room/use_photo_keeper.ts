import { useEffect, useState } from 'react';
import { useApi } from '../../api/api';
import { useWords } from '../../language/words';
import { PhotoKeeper } from './photo_keeper';
import { roomWords } from './words';

/** Returns what keeps the photos of a call as long as its page is open. Each photo that is kept is said to screen readers. */
export function usePhotoKeeper(appointmentId: string, announce: (text: string) => void): PhotoKeeper {
  const { client, freshness } = useApi();
  const { photoKept } = useWords(roomWords);
  const [keeper] = useState(() => new PhotoKeeper(client, appointmentId));
  useEffect(
    () =>
      keeper.onKept(() => {
        announce(photoKept);
        freshness.refresh();
      }),
    [announce, freshness, keeper, photoKept],
  );
  useEffect(() => () => keeper.close(), [keeper]);
  return keeper;
}
