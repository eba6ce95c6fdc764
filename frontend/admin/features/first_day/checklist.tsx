import { Anchor, Card, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { IconCircle, IconCircleCheckFilled } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { placeInBranch } from '../../api/requirement_place';
import { useWords } from '../../language/words';
import styles from './checklist.module.css';
import { progressOf } from './progress';
import type { BranchReadiness } from './readiness_query';
import { firstDayWords } from './words';

interface Props {
  readiness: BranchReadiness;
}

/** How many of the requirements are met. */
export function ReadinessProgress({ readiness }: Props) {
  const t = useWords(firstDayWords);
  const { done, all } = progressOf(readiness);
  const text = t.progress(done, all);
  return (
    <Group gap="sm">
      <Progress flex={1} miw={120} maw={320} value={(100 * done) / all} aria-label={text} />
      <Text component="output" size="sm">
        {text}
      </Text>
    </Group>
  );
}

/** Everything that online booking needs, each with what is to be done and the way there. */
export function Checklist({ readiness }: Props) {
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
