import { Button, Card, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { isManager, useSession } from '../../session/session';
import { useIsDismissed } from './dismissed';
import { ReadinessProgress } from './readiness_progress';
import { useReadiness } from './readiness_query';
import { firstDayWords } from './words';

/** Leads from the calendar of a branch in which nobody can be booked to its first steps. */
export function FirstStepsNotice() {
  const t = useWords(firstDayWords);
  const isDismissed = useIsDismissed(useBranch().id);
  const setsUp = isManager(useSession());
  const { data } = useReadiness({ pause: isDismissed || !setsUp });
  const readiness = data?.branchReadiness;
  if (!readiness || readiness.bookable || isDismissed) {
    return null;
  }
  return (
    <Card withBorder component="section" aria-label={t.title}>
      <Group justify="space-between">
        <div>
          <Text fw={650} mb={4}>
            {t.notBookable}
          </Text>
          <ReadinessProgress readiness={readiness} />
        </div>
        <Button component={Link} to="/erste-schritte">
          {t.goOn}
        </Button>
      </Group>
    </Card>
  );
}
