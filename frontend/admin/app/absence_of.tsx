import type { ComponentProps } from 'react';
import { AbsenceDialog, useAbsences } from '../features/work_plan';

interface Props extends Omit<ComponentProps<typeof AbsenceDialog>, 'save'> {
  staffId: string;
}

/** Adds an absence of a person from wherever one is. */
export default function AbsenceOf({ staffId, ...props }: Props) {
  const { add } = useAbsences(staffId);
  return <AbsenceDialog {...props} save={add} />;
}
