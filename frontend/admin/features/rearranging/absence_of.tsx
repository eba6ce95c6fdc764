import { useNavigate } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { AbsenceDialog, useAbsences } from '../work_plan';

/** Adds an absence of a person from wherever one is, and leads to the appointments that it strands. */
export default function AbsenceOf(props: Omit<ComponentProps<typeof AbsenceDialog>, 'save'>) {
  const { add } = useAbsences(props.staffId);
  const navigate = useNavigate();
  return (
    <AbsenceDialog
      {...props}
      save={async (absence) => {
        const outcome = await add(absence);
        if (outcome.done && outcome.stranded > 0) {
          void navigate({ to: '/umplanen', search: { person: props.staffId } });
        }
        return outcome;
      }}
    />
  );
}
