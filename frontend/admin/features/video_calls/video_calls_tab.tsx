import { useLiveQuery } from '../../api/live_query';
import { setUp } from '../../api/touches';
import { Answer } from '../../parts/page';
import { useBranch } from '../../session/branch';
import { ownRoomQuery } from './own_room_query';
import type { LinkOwner } from './video_link_changes';
import { VideoLinkField } from './video_link_field';

/** The room of one profile, as in the page of all. */
export function VideoCallsTab({ staff }: { staff: LinkOwner }) {
  const settings = useLiveQuery(ownRoomQuery, { branchId: useBranch().id }, { touches: setUp });
  return <Answer of={settings}>{({ branch }) => <VideoLinkField staff={staff} ownRoomByDefault={branch?.ownRoomByDefault === true} />}</Answer>;
}
