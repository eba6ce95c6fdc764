import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { graphql } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { useBranch } from '../../session/branch';
import type { RoomSettings } from './own_room_query';

const roomSettingsUpdate = graphql(`
  mutation RoomSettingsUpdate($input: BranchUpdateInput!) {
    branchUpdate(input: $input) {
      branch {
        id
        ownRoomByDefault
        admitByHand
      }
      strandedAppointments {
        id
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

type Setting = Exclude<keyof RoomSettings, 'id' | 'callsAreRelayed'>;

/** Returns a function that turns a setting for the calls of the branch on or off. */
export function useRoomSettings() {
  const { id } = useBranch();
  const { client } = useApi();
  const change = useChange();

  return (setting: Setting, on: boolean) =>
    change(roomSettingsUpdate, { input: { id, [setting]: on } }, { undo: () => send(client, roomSettingsUpdate, { input: { id, [setting]: !on } }) });
}
