import { Stack, Text, Title } from '@mantine/core';
import { useWords } from '../../language/words';
import { PhotoOfLine } from './photo_of_line';
import styles from './room.module.css';
import { useObservable, useRoom } from './room_context';
import { roomWords } from './words';

/** The photos of a call that is not shown any more. They may be kept until the page is left; nothing if there are none. */
export function PhotosOfCall() {
  const t = useWords(roomWords);
  const { session } = useRoom();
  const lines = useObservable(session.conversation.lines).filter(({ photoUrl }) => photoUrl);
  return (
    lines.length > 0 && (
      <Stack component="section" gap="xs" aria-label={t.photosOfCall}>
        <Title order={2} size="h3">
          {t.photosOfCall}
        </Title>
        <Text c="dimmed">{t.photosOfCallHint}</Text>
        <ul className={styles.photos}>
          {lines.map((line) => (
            <li key={line.id}>
              <PhotoOfLine line={line} />
            </li>
          ))}
        </ul>
      </Stack>
    )
  );
}
