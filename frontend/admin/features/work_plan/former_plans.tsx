import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useLiveQuery } from '../../api/live_query';
import { timesOf as touchesOf } from '../../api/touches';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { today } from '../../session/today';
import styles from './former_plans.module.css';
import { clearedOf, clearedPlansQuery } from './cleared_plans_query';
import { broughtBack, clearedPlans, formerPlans, type Plan, timesOf, versionOf } from './plans';
import { usePlans } from './use_plans';
import { workPlanWords } from './words';

interface Props {
  staffId: string;
  plans: readonly (Plan & { version: number })[];
}

/** How many former plans are listed; the audit trail has all. */
const most = 10;

/** The plans of a profile that have ended or were cleared before they began, such as by "no available times", to be brought back. */
export function FormerPlans({ staffId, plans }: Props) {
  const t = useWords(workPlanWords);
  const format = useFormat();
  const { id: branchId, timeZone } = useBranch();
  const { data } = useLiveQuery(clearedPlansQuery, { staffId, branchId }, { touches: touchesOf(staffId) });
  const replace = usePlans();
  const [isSaving, setSaving] = useState(false);
  const day = today(timeZone);
  const cleared = clearedPlans(clearedOf(data), plans, day).map((plan) => {
    const from = format.date(plan.validFrom);
    return { plan, title: t.plannedFrom(from), action: t.bringBackFrom(from) };
  });
  const ended = formerPlans(plans, day).map((plan) => {
    const until = format.date(plan.validUntil ?? '');
    return { plan, title: t.inForceUntil(until), action: t.bringBackOf(until) };
  });
  const former = [...cleared, ...ended].slice(0, most);

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
          {former.map(({ plan, title, action }) => (
            <Group component="li" key={title} justify="space-between" gap="xs">
              <div className={styles.plan}>
                <Text fw={600}>{title}</Text>
                <Text size="sm">
                  {timesOf(plan, format.weekday)}
                  {plan.rotationWeeks > 1 && ` · ${t.everyWeeks(plan.rotationWeeks)}`}
                </Text>
              </div>
              <Button size="compact-md" variant="default" disabled={isSaving} aria-label={action} onClick={() => void bringBack(plan)}>
                {t.bringBack}
              </Button>
            </Group>
          ))}
        </Stack>
      </Card>
    )
  );
}
