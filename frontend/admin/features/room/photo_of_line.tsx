import type { SyntheticEvent } from 'react';
import { drawnPhoto, type Line } from '../../../call';
import { useWords } from '../../language/words';
import { KeepButton } from './keep_button';
import { useRoom } from './room_context';
import { roomWords } from './words';

/** Returns a photo of the conversation as it is kept. */
async function readPhoto(url: string): Promise<Blob | undefined> {
  const image = new Image();
  image.src = url;
  await image.decode().catch(() => undefined); // then it cannot be drawn either
  return drawnPhoto(image);
}

/** Shows all of a line, which is higher once its photo is there. */
const showWhole = ({ currentTarget }: SyntheticEvent) => currentTarget.closest('li')?.scrollIntoView({ block: 'nearest' });

/** The photo of a line, which staff may keep; nothing if it has none. */
export function PhotoOfLine({ line: { id, isOwn, photoUrl } }: { line: Line }) {
  const t = useWords(roomWords);
  const { name, keeper } = useRoom();
  return (
    photoUrl && (
      <>
        <a href={photoUrl} target="_blank" rel="noreferrer">
          <img src={photoUrl} alt={isOwn ? t.ownPhoto : t.photoFrom(name)} onLoad={showWhole} />
        </a>
        <KeepButton keeper={keeper} photo={{ id, isOwn, read: () => readPhoto(photoUrl) }} />
      </>
    )
  );
}
