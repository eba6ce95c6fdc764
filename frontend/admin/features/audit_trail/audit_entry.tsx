import { Anchor, List, Table, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { actionName, actionWords } from '../../api/action_words';
import { useFormat } from '../../language/format';
import { useWords } from '../../language/words';
import { useBranch } from '../../session/branch';
import type { Entry } from './audit_trail_query';
import { differences } from './difference';
import { pageOf, subjectName, withNames } from './names';
import { auditTrailWords } from './words';

/** One entry: who did what, with the values before and after. */
export function AuditEntry({ entry }: { entry: Entry }) {
  const { at, actor, action, before, after, staff, names } = entry;
  const t = useWords(auditTrailWords);
  const actions = useWords(actionWords);
  const format = useFormat();
  const { timeZone } = useBranch();
  const changed = differences(before, after);
  const value = (field: string, text: string | null) => (field === 'provider' && text === 'VISAVIS' ? t.ownRoom : withNames(text ?? '', names) || t.nothing);
  const subject = subjectName(entry);
  const page = pageOf(entry);
  const who = actor === 'PROGRAM' ? t.program(staff?.displayName ?? '') : (staff?.displayName ?? t.actors[actor]);
  return (
    <Table.Tr>
      <Table.Td>{format.moment(at, timeZone)}</Table.Td>
      <Table.Td>{who}</Table.Td>
      <Table.Td>
        <Text fw={600} size="sm">
          {actionName(actions, action)}
        </Text>
        {subject && (
          <Text size="sm" c="dimmed">
            {page ? (
              <Anchor component={Link} to={page} size="sm" display="inline-block" py={2}>
                {subject}
              </Anchor>
            ) : (
              subject
            )}
          </Text>
        )}
        {changed.length > 0 && (
          <details>
            <summary>{t.changes}</summary>
            <List size="sm">
              {changed.map((one) => (
                <List.Item key={one.field}>
                  {one.field}: {value(one.field, one.before)} → {value(one.field, one.after)}
                </List.Item>
              ))}
            </List>
          </details>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
