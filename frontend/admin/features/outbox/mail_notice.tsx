import { Alert } from '@mantine/core';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { outboxWords } from './words';

const mailObstacleQuery = graphql(`
  query MailObstacle($id: ID!) {
    branch(id: $id) {
      id
      mailObstacle
    }
  }
`);

/** Says why no email is sent to customers of the branch, and what to configure; nothing if it is sent. */
export function MailNotice() {
  const t = useWords(outboxWords);
  const { id, name } = useBranch();
  const obstacle = useLiveQuery(mailObstacleQuery, { id }).data?.branch?.mailObstacle;
  return (
    obstacle && (
      <Alert color="gray" title={t.noMail(name)}>
        {t.obstacles[obstacle]}
      </Alert>
    )
  );
}
