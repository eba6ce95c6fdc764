import { Checkbox, Stack, Text } from '@mantine/core';
import { useWords } from '../../language/words';
import { useSession } from '../../session/session';
import type { Profile } from './profile_query';
import { useSetBranch } from '../../api/staff_branch';
import { staffWords } from './words';

interface Props {
  profile: Profile;
}

/** The branches of a profile: its row of the branch library. */
export function BranchesTab({ profile: { id, branches: own } }: Props) {
  const t = useWords(staffWords);
  const { branches } = useSession();
  const setBranch = useSetBranch();

  return (
    <Stack>
      <Text>{t.branchesHint}</Text>
      {branches.map((branch) => (
        <Checkbox
          key={branch.id}
          label={branch.name}
          checked={own.some((one) => one.id === branch.id)}
          onChange={(event) => void setBranch(id, branch.id, event.currentTarget.checked)}
        />
      ))}
    </Stack>
  );
}
