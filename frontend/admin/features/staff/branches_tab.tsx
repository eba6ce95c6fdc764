import { Checkbox, Stack, Text } from '@mantine/core';
import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { useSession } from '../../app/session';
import { useWords } from '../../language/words';
import type { Profile } from './profile_query';
import { staffBranchSet } from './staff_changes';
import { staffWords } from './words';

interface Props {
  profile: Profile;
}

/** In which branches a profile works: its row of the branch library. */
export function BranchesTab({ profile: { id, branches: own } }: Props) {
  const t = useWords(staffWords);
  const { branches } = useSession();
  const { client } = useApi();
  const change = useChange();

  async function set(branchId: string, active: boolean) {
    const put = (wanted: boolean) => ({ input: { staffId: id, branchId, active: wanted } });
    await change(staffBranchSet, put(active), { undo: () => send(client, staffBranchSet, put(!active)) });
  }

  return (
    <Stack>
      <Text>{t.branchesHint}</Text>
      {branches.map((branch) => (
        <Checkbox
          key={branch.id}
          label={branch.name}
          checked={own.some((one) => one.id === branch.id)}
          onChange={(event) => void set(branch.id, event.currentTarget.checked)}
        />
      ))}
    </Stack>
  );
}
