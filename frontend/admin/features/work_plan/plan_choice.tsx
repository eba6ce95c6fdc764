import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import type { Plan } from './plans';
import { workPlanWords } from './words';

interface Props {
  plans: readonly Plan[];
  shown: number;
  /** Whether unsaved edits stand in the way of another choice. */
  isLocked: boolean;
  onChoose(index: number): void;
}

/** Chooses one of several work plans. */
export function PlanChoice({ plans, shown, isLocked, onChoose }: Props) {
  const t = useWords(workPlanWords);
  const format = useFormat();
  if (plans.length < 2 || (isLocked && shown < 0)) {
    return null;
  }
  const date = (text: string | null) => (text ? format.date(text) : '');
  return (
    <Choice
      label={t.otherPlans}
      description={isLocked ? t.saveFirst : undefined}
      disabled={isLocked}
      value={String(shown)}
      data={plans.map(({ validFrom, validUntil }, index) => ({ value: String(index), label: t.period(date(validFrom), date(validUntil)) }))}
      onChange={(event) => onChoose(Number(event.currentTarget.value))}
    />
  );
}
