import { Button, Card, Group, SegmentedControl, SimpleGrid, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { isChangedMeanwhile } from '../../api/change';
import { commonWords } from '../../language/common_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { ChangedMeanwhile } from '../../parts/changed_meanwhile';
import { Choice } from '../../parts/choice';
import { areComplete } from '../../parts/intervals';
import { weekDifference } from '../../parts/week_difference';
import { WeekEditor } from '../../parts/week_editor';
import { useBranch } from '../../session/branch';
import { RestoredDraft, useKeptDraft } from '../../session/kept_draft';
import { today } from '../../session/today';
import { CopyToOthers } from './copy_to_others';
import { emptyPlan, firstShown, isSamePeriod, mergePlans, type Plan, versionOf, weekOf, withRotation, withWeek } from './plans';
import { PlanChoice } from './plan_choice';
import { usePlans } from './use_plans';
import { workPlanWords } from './words';

interface Props {
  staffId: string;
  plans: readonly (Plan & { version: number })[];
}

/** Edits the work plans of a profile, each with its rotation. */
export function PlanEditor({ staffId, plans }: Props) {
  const t = useWords(workPlanWords);
  const common = useWords(commonWords);
  const { timeZone } = useBranch();
  const format = useFormat();
  const replace = usePlans();
  const day = today(timeZone);
  const [chosen, setChosen] = useState<number>();
  const [week, setWeek] = useState(1);
  const [wrong, setWrong] = useState<Readonly<Record<string, string>>>({});
  const shown = chosen ?? firstShown(plans, day);
  const draft = useKeptDraft<Plan>(`work plan ${staffId}`, plans[shown] ?? emptyPlan(day), versionOf(plans));
  const [changed, setChanged] = useState<readonly (Plan & { version: number })[]>();
  const plan = draft.value;
  const isComplete = areComplete(plan.shifts);

  function drop() {
    draft.drop();
    setChanged(undefined);
  }
  /** `replaced` is what others have saved meanwhile, if `wanted` is to replace that. */
  async function save(replaced?: typeof changed, wanted = plan) {
    const outcome = await replace(staffId, wanted, replaced ?? plans, replaced ? versionOf(replaced) : draft.version);
    setChanged(isChangedMeanwhile(outcome) ? outcome.payload?.staff?.workPlans : undefined);
    setWrong(Object.fromEntries(outcome.done ? [] : outcome.errors.map(({ field, message }) => [field.join('.'), message])));
    if (outcome.done) {
      drop();
      setChosen(undefined);
    }
  }
  /** Describes how the plan that others have saved differs from the one that was edited. */
  function saved(now: readonly Plan[]) {
    const present = now[firstShown(now, plan.validFrom ?? day)];
    const days = weekDifference(weekOf(draft.before, 1), present ? weekOf(present, 1) : [], { weekday: format.weekday, none: t.off });
    return days.join('; ') || (present ? t.otherPlans : t.noWork);
  }
  const merged = changed && mergePlans(draft.before, plan, changed);
  return (
    <Card withBorder component="section" aria-label={t.plan}>
      <Title order={2}>{t.plan}</Title>
      <PlanChoice
        plans={plans}
        shown={draft.isChanged ? plans.findIndex((one) => isSamePeriod(one, draft.before)) : shown}
        isLocked={draft.isChanged}
        onChoose={(index) => {
          setChosen(index);
          setWeek(1);
        }}
      />
      <RestoredDraft of={draft} onDiscard={drop} />
      <SimpleGrid cols={{ base: 1, xs: 3 }} my="sm">
        <Choice
          label={t.rotation}
          value={String(plan.rotationWeeks)}
          // API clients may set a longer rotation.
          data={[...new Set([1, 2, 3, 4, plan.rotationWeeks])].map((weeks) => ({ value: String(weeks), label: t.everyWeeks(weeks) }))}
          onChange={(event) => {
            draft.write(withRotation(plan, Number(event.currentTarget.value)));
            setWeek(1);
          }}
        />
        <TextInput
          type="date"
          label={`${t.validFrom} (${common.optional})`}
          value={plan.validFrom ?? ''}
          error={wrong['validFrom']}
          onChange={(event) => draft.write({ ...plan, validFrom: event.currentTarget.value || null })}
        />
        <TextInput
          type="date"
          label={`${t.validUntil} (${common.optional})`}
          value={plan.validUntil ?? ''}
          error={wrong['validUntil']}
          onChange={(event) => draft.write({ ...plan, validUntil: event.currentTarget.value || null })}
        />
      </SimpleGrid>
      {plan.rotationWeeks > 1 && (
        <SegmentedControl
          aria-label={t.whichWeek}
          value={String(week)}
          data={Array.from({ length: plan.rotationWeeks }, (_, index) => ({ value: String(index + 1), label: t.week(index + 1) }))}
          onChange={(next) => setWeek(Number(next))}
        />
      )}
      {plan.shifts.length === 0 && <Text c="dimmed">{t.noWork}</Text>}
      <WeekEditor value={weekOf(plan, week)} none={t.off} onChange={(times) => draft.write(withWeek(plan, week, times))} />
      {draft.isChanged && changed && (
        <ChangedMeanwhile
          now={saved(changed)}
          onMerge={merged && (() => void save(changed, merged))}
          onReload={drop}
          onReplace={() => void save(changed)}
        />
      )}
      <Group mt="md">
        {draft.isChanged ? (
          <>
            <Button disabled={!isComplete} onClick={() => void save()}>
              {common.save}
            </Button>
            <Button variant="default" onClick={drop}>
              {t.discard}
            </Button>
          </>
        ) : (
          <CopyToOthers staffId={staffId} plan={plan} />
        )}
      </Group>
    </Card>
  );
}
