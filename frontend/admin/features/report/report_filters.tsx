import { Group, TextInput } from '@mantine/core';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { useBranch } from '../../session/branch';
import { useSession } from '../../session/session';
import { measures } from './charts';
import { faultOf, groupings, type Period, periods, type ReportSearch } from './report_search';
import { reportWords } from './words';

interface Props {
  search: ReportSearch;
  period: Period;
  onChange(change: ReportSearch): void;
}

const groupingNames = Object.keys(groupings) as (keyof typeof groupings)[];

/** Chooses period, grouping and branch of the report, and what its chart shows. */
export function ReportFilters({ search, period, onChange }: Props) {
  const t = useWords(reportWords);
  const { name } = useBranch();
  const isChain = useSession().branches.length > 1;
  const fault = faultOf(period);
  return (
    <Group align="flex-start">
      <Choice
        label={t.period}
        value={search.zeitraum ?? 'monat'}
        data={periods.map((value) => ({ value, label: t.periods[value] }))}
        onChange={({ currentTarget: { value } }) =>
          onChange({ zeitraum: periods.find((one) => one === value), ab: value === 'eigener' ? period.from : undefined, bis: value === 'eigener' ? period.to : undefined })
        }
      />
      {search.zeitraum === 'eigener' && (
        <>
          <TextInput type="date" label={t.from} value={period.from} onChange={(event) => onChange({ ab: event.currentTarget.value || undefined })} />
          <TextInput type="date" label={t.to} value={period.to} error={fault && t.faults[fault]} onChange={(event) => onChange({ bis: event.currentTarget.value || undefined })} />
        </>
      )}
      <Choice
        label={t.grouping}
        value={search.nach ?? 'person'}
        data={groupingNames.filter((value) => isChain || value !== 'filiale').map((value) => ({ value, label: t.groupings[value] }))}
        otherwise={t.groupings[search.nach ?? 'person']}
        onChange={({ currentTarget: { value } }) => onChange({ nach: groupingNames.find((one) => one === value), ...(value === 'filiale' && { alle: true }) })}
      />
      {isChain && (
        <Choice
          label={t.branch}
          value={search.alle ? 'alle' : 'eine'}
          data={[{ value: 'eine', label: name }, { value: 'alle', label: t.allBranches }]}
          onChange={({ currentTarget: { value } }) => onChange({ alle: value === 'alle' || undefined })}
        />
      )}
      <Choice
        label={t.chart}
        value={search.zeigt ?? 'termine'}
        data={measures.map((value) => ({ value, label: t.measures[value] }))}
        onChange={({ currentTarget: { value } }) => onChange({ zeigt: measures.find((one) => one === value) })}
      />
    </Group>
  );
}
