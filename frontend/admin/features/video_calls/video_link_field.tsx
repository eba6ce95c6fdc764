import { Input, Stack, Switch } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { SavedText } from '../../parts/saved_text';
import { providerChoices } from './provider_names';
import { jitsiServiceOf } from './jitsi_service';
import { useVideoLink } from './use_video_link';
import type { LinkOwner } from './video_link_changes';
import { videoCallsWords } from './words';

interface Props {
  staff: LinkOwner;
  /** Whether to include the person's name in the label, as needed in a list. */
  named?: boolean;
}

/** The video link of a profile, its provider, and whether each appointment has its own room. Each saves itself. */
export function VideoLinkField({ staff, named = false }: Props) {
  const t = useWords(videoCallsWords);
  const set = useVideoLink(staff);
  const { displayName, videoLink } = staff;
  // Without a room for each appointment, the address of the service is no longer enough.
  const [isLeavingService, setLeavingService] = useState(false);
  const isService = videoLink?.roomPerAppointment === true && !isLeavingService;

  async function save(link: string) {
    const outcome = await set(isLeavingService ? { link, roomPerAppointment: false } : { link }, ['link']);
    if (outcome.done) {
      setLeavingService(false);
    }
    return outcome.done ? undefined : (outcome.message ?? '');
  }

  function switchService(on: boolean) {
    if (on && videoLink?.roomPerAppointment) {
      setLeavingService(false);
    } else if (on) {
      void set({ link: jitsiServiceOf(videoLink), provider: 'JITSI', roomPerAppointment: true });
    } else {
      setLeavingService(true);
    }
  }

  return (
    <Stack gap="xs">
      <SavedText
        key={String(isLeavingService)}
        {...(named ? { 'aria-label': t.linkOf(displayName) } : { label: t.link })}
        value={isLeavingService ? '' : (videoLink?.url ?? '')}
        save={save}
        placeholder={t.linkExample}
        autoComplete="off"
        spellCheck={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={isLeavingService ? t.pasteRoom : isService ? t.serviceHint : undefined}
      />
      {videoLink?.problem && <Input.Error>{videoLink.problem}</Input.Error>}
      {videoLink && !videoLink.roomPerAppointment && (
        <Choice
          size="xs"
          {...(named ? { 'aria-label': t.providerOf(displayName) } : { label: t.provider })}
          value={videoLink.provider}
          data={providerChoices(videoLink.provider, t.otherProvider)}
          onChange={({ currentTarget: { value } }) => void set({ provider: value as typeof videoLink.provider })}
        />
      )}
      <Switch
        size="sm"
        label={t.roomPerAppointment}
        {...(named && { 'aria-label': t.roomPerAppointmentOf(displayName) })}
        checked={isService}
        onChange={({ currentTarget: { checked } }) => switchService(checked)}
      />
    </Stack>
  );
}
