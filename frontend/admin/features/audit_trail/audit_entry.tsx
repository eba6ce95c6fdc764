import { List, Table, Text } from '@mantine/core';
import { actionName, actionWords } from '../../api/action_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import type { Entry } from './audit_trail_query';
import { differences } from './difference';
import { auditTrailWords } from './words';

/** One entry: who did what, with the values before and after. */
export function AuditEntry({ entry: { at, actor, action, subjectId, before, after, staff } }: { entry: Entry }) {
  const t = useWords(auditTrailWords);
  const actions = useWords(actionWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const changed = differences(before, after);
  const who = actor === 'PROGRAM' ? t.program(staff?.displayName ?? '') : (staff?.displayName ?? t.actors[actor]);
  return (
    <Table.Tr>
      <Table.Td>{format.moment(at, timeZone)}</Table.Td>
      <Table.Td>{who}</Table.Td>
      <Table.Td>
        <Text fw={600} size="sm">
          {actionName(actions, action)}
        </Text>
        {subjectId && (
          <Text size="xs" c="dimmed">
            {subjectId}
          </Text>
        )}
        {changed.length > 0 && (
          <details>
            <summary>{t.changes}</summary>
            <List size="sm">
              {changed.map((one) => (
                <List.Item key={one.field}>
                  {one.field}: {one.before || t.nothing} → {one.after || t.nothing}
                </List.Item>
              ))}
            </List>
          </details>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
