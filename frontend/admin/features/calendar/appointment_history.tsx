import { List, Text } from '@mantine/core';
import { useState } from 'react';
import { actionName, actionWords } from '../../api/action_words';
import { graphql } from '../../api/graphql';
import { useLiveQuery } from '../../api/live_query';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import { appointmentWords } from './appointment_words';

const historyQuery = graphql(`
  query AppointmentHistory($id: ID!) {
    appointment(id: $id) {
      id
      history {
        at
        action
        start
        staff {
          id
          displayName
        }
      }
    }
  }
`);

/** The history of an appointment, loaded when it is opened. */
export function AppointmentHistory({ id }: { id: string }) {
  const t = useWords(appointmentWords);
  const actions = useWords(actionWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const [isOpen, setOpen] = useState(false);
  const { data } = useLiveQuery(historyQuery, { id }, { pause: !isOpen });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t.history}</summary>
      <List size="sm">
        {data?.appointment?.history.map(({ at, action, start, staff }) => (
          <List.Item key={`${at} ${action}`}>
            {format.moment(at, timeZone)}: {actionName(actions, action)}
            <Text size="sm" c="dimmed">
              {t.at(format.moment(start, timeZone), staff.displayName)}
            </Text>
          </List.Item>
        ))}
      </List>
    </details>
  );
}
