import { Button, Group, Progress, Stack, Text } from '@mantine/core';
import { commonWords } from '../../language/common_words';
import { useLanguage } from '../../language/language';
import { useWords } from '../../language/words';
import type { PhotoKeeper, PhotoOfCall } from './photo_keeper';
import { useObservable } from './room_context';
import { roomWords } from './words';

interface Props {
  keeper: PhotoKeeper;
  photo: PhotoOfCall;
}

/** Keeps a photo of a call, and shows how far that is. */
export function KeepButton({ keeper, photo }: Props) {
  const t = useWords(roomWords);
  const { language } = useLanguage();
  const common = useWords(commonWords);
  const keeping = useObservable(keeper.photos).get(photo.id);
  const keep = () => void keeper.keep(photo, language);
  switch (keeping?.state) {
    case 'SENDING':
      return (
        <Group gap="xs" wrap="nowrap">
          <Progress flex={1} aria-label={t.keeping} value={keeping.progress * 100} animated />
          {keeping.progress < 1 && (
            <Button size="compact-sm" variant="subtle" onClick={() => keeper.cancel(photo.id)}>
              {common.cancel}
            </Button>
          )}
        </Group>
      );
    case 'KEPT':
      return (
        <Text size="sm" fw={600} component="p">
          {t.kept}
        </Text>
      );
    case 'FAILED':
      return (
        <Stack gap={4}>
          <Text size="sm" c="var(--mantine-color-error)">
            {keeping.message || t.keptNot}
          </Text>
          <Button size="compact-sm" variant="default" onClick={keep}>
            {t.tryAgain}
          </Button>
        </Stack>
      );
    case undefined:
      return (
        <Button size="compact-sm" variant="default" onClick={keep}>
          {t.keep}
        </Button>
      );
  }
}
