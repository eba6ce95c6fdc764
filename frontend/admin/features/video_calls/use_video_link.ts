import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { useChange } from '../../api/use_change';
import { type LinkOwner, linkRemove, linkSet } from './video_link_changes';

/** What is to change of a link; the rest stays. The own room is a provider without a link. */
interface Change {
  link?: string;
  provider?: NonNullable<LinkOwner['videoLink']>['provider'];
  roomPerAppointment?: boolean;
}

/** Returns a function that changes the room of a profile; an empty link removes it. It returns the error message about the link, if any. */
export function useVideoLink({ id, videoLink }: LinkOwner) {
  const { client } = useApi();
  const change = useChange();
  const before = videoLink;

  async function undo() {
    return before
      ? send(client, linkSet, { input: { staffId: id, link: before.url, provider: before.provider, roomPerAppointment: before.roomPerAppointment } })
      : send(client, linkRemove, { input: { staffId: id } });
  }

  return async (wanted: Change, fields: readonly string[] = []): Promise<{ done: boolean; message?: string | undefined }> => {
    const outcome =
      wanted.link === ''
        ? await change(linkRemove, { input: { staffId: id } }, { undo, fields })
        : await change(linkSet, { input: { staffId: id, ...wanted } }, { undo, fields });
    return outcome.done ? { done: true } : { done: false, message: outcome.errors[0]?.message };
  };
}
