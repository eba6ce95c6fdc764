import { Loader, Text } from '@mantine/core';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { BrokenRules } from './broken_rules';
import { appointmentWords } from './appointment_words';

const explainQuery = graphql(`
  query ExplainStart($branchId: ID!, $staffId: ID!, $serviceId: ID!, $at: Instant!) {
    explainStart(branchId: $branchId, staffId: $staffId, serviceId: $serviceId, at: $at) {
      bookable
      obstacles {
        code
        rule
        message
      }
    }
  }
`);

interface Props {
  staffId: string;
  serviceId: string;
  /** The start, an instant. */
  at: string;
}

/** Explains whether a start is bookable online, or which rules forbid it. */
export function Explanation({ staffId, serviceId, at }: Props) {
  const t = useWords(appointmentWords);
  const branch = useBranch();
  const { data } = useLiveQuery(explainQuery, { branchId: branch.id, staffId, serviceId, at }, { hidesFormer: true });
  return (
    <div aria-live="polite">
      {!data && <Loader size="sm" />}
      {data?.explainStart.bookable && <Text size="sm">{t.bookable}</Text>}
      {data && !data.explainStart.bookable && <BrokenRules title={t.whyNot} rules={data.explainStart.obstacles} />}
    </div>
  );
}
