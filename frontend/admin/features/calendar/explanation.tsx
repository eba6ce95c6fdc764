import { Alert, List, Loader, Text } from '@mantine/core';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { calendarWords } from './words';

const explainQuery = graphql(`
  query ExplainStart($branchId: ID!, $staffId: ID!, $serviceId: ID!, $at: Instant!) {
    explainStart(branchId: $branchId, staffId: $staffId, serviceId: $serviceId, at: $at) {
      bookable
      obstacles {
        code
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
  const t = useWords(calendarWords);
  const branch = useBranch();
  const { data } = useLiveQuery(explainQuery, { branchId: branch.id, staffId, serviceId, at });
  return (
    <div aria-live="polite">
      {!data && <Loader size="sm" />}
      {data?.explainStart.bookable && <Text size="sm">{t.bookable}</Text>}
      {data && !data.explainStart.bookable && (
        <Alert title={t.whyNot} color="violet" variant="light">
          <List size="sm">
            {data.explainStart.obstacles.map(({ code, message }) => (
              <List.Item key={code}>{message}</List.Item>
            ))}
          </List>
        </Alert>
      )}
    </div>
  );
}
