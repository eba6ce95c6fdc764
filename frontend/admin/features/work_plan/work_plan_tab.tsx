/** The work plan as a side of a profile. */
export function WorkPlanTab({ staffId }: { staffId: string }) {
  return <p>{staffId}</p>;
}
