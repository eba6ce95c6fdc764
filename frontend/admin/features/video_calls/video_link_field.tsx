import { useApi } from '../../api/api';
import { send } from '../../api/change';
import { graphql } from '../../api/graphql';
import { useChange } from '../../api/use_change';
import { useWords } from '../../language/words';
import { SavedText } from '../../parts/saved_text';
import { providerNames } from './provider_names';
import { videoCallsWords } from './words';

const linkSet = graphql(`
  mutation StaffVideoLinkSet($input: StaffVideoLinkSetInput!) {
    staffVideoLinkSet(input: $input) {
      staff {
        id
        videoLink {
          provider
          url
          roomPerAppointment
        }
      }
      userErrors {
        code
        field
        message
      }
    }
  }
`);

const linkRemove = graphql(`
  mutation StaffVideoLinkRemove($input: StaffVideoLinkRemoveInput!) {
    staffVideoLinkRemove(input: $input) {
      staff {
        id
        videoLink {
          url
        }
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

interface Link {
  provider: keyof typeof providerNames;
  url: string;
  roomPerAppointment: boolean;
}

interface Props {
  staff: { id: string; displayName: string; videoLink: Link | null };
  /** Whether to include the person's name in the label, as needed in a list. */
  named?: boolean;
}

/** The video link of a profile. It saves itself and shows the provider or the error. */
export function VideoLinkField({ staff: { id, displayName, videoLink }, named = false }: Props) {
  const t = useWords(videoCallsWords);
  const { client } = useApi();
  const change = useChange();

  async function put(link: string, of?: Link) {
    return link === ''
      ? send(client, linkRemove, { input: { staffId: id } })
      : send(client, linkSet, { input: { staffId: id, link, roomPerAppointment: of?.roomPerAppointment ?? false } });
  }

  async function save(link: string) {
    const before = videoLink;
    const options = { undo: () => put(before?.url ?? '', before ?? undefined), fields: ['link'] };
    const outcome =
      link === ''
        ? await change(linkRemove, { input: { staffId: id } }, options)
        : await change(linkSet, { input: { staffId: id, link } }, options);
    return outcome.done ? undefined : outcome.errors[0]?.message;
  }

  const description = videoLink && [providerNames[videoLink.provider], videoLink.roomPerAppointment && t.roomPerAppointment];
  return (
    <SavedText
      {...(named ? { 'aria-label': t.linkOf(displayName) } : { label: t.link })}
      value={videoLink?.url ?? ''}
      save={save}
      placeholder="https://zoom.us/j/…"
      autoComplete="off"
      spellCheck={false}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      description={description?.filter(Boolean).join(' · ')}
    />
  );
}
