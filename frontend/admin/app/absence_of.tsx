import type { ComponentProps } from 'react';
import { AbsenceDialog, useAbsences } from '../features/work_plan';

/** Adds an absence of a person from wherever one is. */
export default function AbsenceOf(props: Omit<ComponentProps<typeof AbsenceDialog>, 'save'>) {
  const { add } = useAbsences(props.staffId);
  return <AbsenceDialog {...props} save={add} />;
}
