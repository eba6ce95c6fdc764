import { Anchor, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { placeInBranch } from '../../api/requirement_place';
import { useWords } from '../../language/words';
import { OwnRoomButton } from '../video_calls';
import styles from './checklist.module.css';
import type { BranchReadiness } from './readiness_query';
import { firstDayWords } from './words';

interface Props {
  readiness: BranchReadiness;
  /** Whether those without a link have the own room. */
  ownRoomByDefault: boolean;
}

/** Everything that online booking needs, each with what is to be done and the way there. */
export function Checklist({ readiness, ownRoomByDefault }: Props) {
  const t = useWords(firstDayWords);
  return (
    <Card withBorder component="section" aria-labelledby="checklist">
      <Title order={2} id="checklist" mb="sm">
        {t.checklist}
      </Title>
      <Stack component="ol" gap="sm" className={styles.list}>
        {readiness.requirements.map(({ code, met, advice }) => (
          <li key={code} className={styles.step}>
            {met ? <IconCircleCheckFilled size={22} className={styles.done} aria-hidden="true" /> : <IconCircle size={22} className={styles.open} aria-hidden="true" />}
            <div>
              <Text fw={600}>
                {t.requirements[code]} <span className="visually-hidden">– {met ? t.done : t.open}</span>
              </Text>
              {met ? (
                <Text size="sm" c="dimmed">
                  {advice}
                </Text>
              ) : (
                <Anchor component={Link} to={placeInBranch(code)} size="sm" display="inline-block" py={2}>
                  {advice}
                </Anchor>
              )}
              {code === 'VIDEO_ROOMS' && !met && !ownRoomByDefault && (
                <Group mt={4}>
                  <OwnRoomButton isOn={false} size="compact-md" />
                </Group>
              )}
            </div>
          </li>
        ))}
      </Stack>
      {readiness.requirements.every(({ code }) => code !== 'VIDEO_ROOMS') && (
        <Text size="sm" mt="md">
          {t.noVideo}{' '}
          <Anchor component={Link} to={placeInBranch('VIDEO_ROOMS')} size="sm" underline="always">
            {t.toVideo}
          </Anchor>
        </Text>
      )}
    </Card>
  );
}
