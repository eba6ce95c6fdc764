import { Button, Card, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useLiveQuery } from '../../api/live_query';
import { useChange } from '../../api/use_change';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Confirm } from '../../parts/confirm';
import { useBranch } from '../../session/branch';
import styles from './kept_photos.module.css';
import { ownAddress } from './own_address';
import { appointmentPhotosQuery, consultationPhotoDelete, type KeptPhoto } from './photos_query';
import { photoWords } from './words';

interface Props {
  appointmentId: string;
  /** The customer's name, or what stands for it. */
  name: string;
}

/** The photos of a call that staff keep; nothing if there are none, or none for whoever is signed in. */
export function KeptPhotos({ appointmentId, name }: Props) {
  const t = useWords(photoWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const change = useChange();
  const [shownId, setShown] = useState<string>();
  const [isDeleting, setDeleting] = useState(false);
  const of = useLiveQuery(appointmentPhotosQuery, { appointmentId }).data?.appointment;
  if (!of || of.photos.length === 0) {
    return null;
  }
  const shown = of.photos.find(({ id }) => id === shownId);
  const titleOf = (photo: KeptPhoto) => {
    const number = of.photos.indexOf(photo) + 1; // several may be kept in one minute
    const moment = format.moment(photo.createdAt, timeZone);
    return photo.sender === 'CUSTOMER' ? t.of(number, name, moment) : t.ofSalon(number, moment);
  };
  return (
    <Card withBorder padding="sm" component="section" aria-label={t.photos}>
      <Stack gap="xs">
        <Text fw={600}>{t.photos}</Text>
        <ul className={styles.photos}>
          {of.photos.map((photo) => (
            <li key={photo.id}>
              <button type="button" className={styles.photo} onClick={() => setShown(photo.id)}>
                <img src={ownAddress(photo.url)} alt={titleOf(photo)} loading="lazy" width={84} height={84} />
              </button>
            </li>
          ))}
        </ul>
        <Text size="sm" c="dimmed">
          {t.keptFor(of.branch.photosKeptDays)}
        </Text>
      </Stack>
      <Modal opened={shown !== undefined} onClose={() => setShown(undefined)} title={shown && titleOf(shown)} size="xl" closeButtonProps={{ 'aria-label': t.close }}>
        {shown && (
          <Stack>
            <img className={styles.large} src={ownAddress(shown.url)} alt={titleOf(shown)} width={shown.width} height={shown.height} />
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setDeleting(true)}>
                {t.deletes}
              </Button>
            </Group>
          </Stack>
        )}
      </Modal>
      <Confirm
        opened={isDeleting && shown !== undefined}
        title={t.deletion}
        onClose={() => setDeleting(false)}
        onConfirm={() => {
          setShown(undefined);
          if (shown) {
            void change(consultationPhotoDelete, { input: { id: shown.id } }, { done: t.deleted });
          }
        }}
      >
        {t.deletionHint}
      </Confirm>
    </Card>
  );
}
