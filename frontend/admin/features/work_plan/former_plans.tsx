import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import styles from './former_plans.module.css';
import { broughtBack, formerPlans, type Plan, timesOf, versionOf } from './plans';
import { usePlans } from './use_plans';
import { workPlanWords } from './words';

interface Props {
  staffId: string;
  plans: readonly (Plan & { version: number })[];
}

/** How many former plans are listed; the audit trail has all. */
const most = 10;

/** The plans of a profile that have ended, such as by "no available times", to be brought back. */
export function FormerPlans({ staffId, plans }: Props) {
  const t = useWords(workPlanWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const replace = usePlans();
  const [isSaving, setSaving] = useState(false);
  const day = today(timeZone);
  const former = formerPlans(plans, day).slice(0, most);

  async function bringBack(plan: Plan) {
    setSaving(true);
    await replace(staffId, broughtBack(plan, plans, day), plans, versionOf(plans));
    setSaving(false);
  }
  return (
    former.length > 0 && (
      <Card withBorder component="section" aria-label={t.former}>
        <Title order={2}>{t.former}</Title>
        <Text c="dimmed" my="sm">
          {t.formerIntro}
        </Text>
        <Stack component="ul" p={0} m={0} className={styles.list}>
          {former.map((plan) => {
            const until = format.date(plan.validUntil ?? '');
            return (
              <Group component="li" key={plan.validUntil} justify="space-between" gap="xs">
                <div className={styles.plan}>
                  <Text fw={600}>{t.inForceUntil(until)}</Text>
                  <Text size="sm">
                    {timesOf(plan, format.weekday)}
                    {plan.rotationWeeks > 1 && ` · ${t.everyWeeks(plan.rotationWeeks)}`}
                  </Text>
                </div>
                <Button size="compact-md" variant="default" disabled={isSaving} aria-label={t.bringBackOf(until)} onClick={() => void bringBack(plan)}>
                  {t.bringBack}
                </Button>
              </Group>
            );
          })}
        </Stack>
      </Card>
    )
  );
}
