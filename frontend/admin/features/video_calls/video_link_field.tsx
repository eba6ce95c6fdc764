import { Button, Group, Input, Stack, Switch, Text } from '@mantine/core';
import { useId, useState } from 'react';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { SavedText } from '../../parts/saved_text';
import { VideoIcon } from '../../parts/video_icon';
import { providerChoices } from './provider_names';
import { jitsiServiceOf } from './jitsi_service';
import { useVideoLink } from './use_video_link';
import type { LinkOwner } from './video_link_changes';
import { videoCallsWords } from './words';

interface Props {
  staff: LinkOwner;
  /** Whether those without a link consult in the own room. */
  ownRoomByDefault: boolean;
  /** Whether to include the person's name in the label, as needed in a list. */
  named?: boolean;
}

/** The room of a profile: the own one, or a video link, its provider, and whether each appointment has its own room. Each saves itself. */
export function VideoLinkField({ staff, ownRoomByDefault, named = false }: Props) {
  const t = useWords(videoCallsWords);
  const set = useVideoLink(staff);
  const fieldId = useId();
  const { displayName, videoLink } = staff;
  const usesOwnRoom = videoLink ? videoLink.provider === 'VISAVIS' : ownRoomByDefault;
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

  async function chooseOwnRoom() {
    setLeavingService(false);
    await set({ provider: 'VISAVIS' });
  }

  async function leaveOwnRoom() {
    await set({ link: '' });
    if (ownRoomByDefault) {
      document.getElementById(fieldId)?.focus(); // the button is gone
    }
  }

  const action = usesOwnRoom
    ? videoLink && { label: ownRoomByDefault ? t.useDefault : t.removeOwnRoom, run: leaveOwnRoom }
    : { label: t.useOwnRoom, run: chooseOwnRoom };

  return (
    <Stack gap="xs" align="stretch">
      {usesOwnRoom && (
        <Group gap={6}>
          <VideoIcon />
          <Text size="sm" fw={600}>
            {videoLink ? t.ownRoom : t.ownRoomOfBranch}
          </Text>
        </Group>
      )}
      <SavedText
        key={String(isLeavingService)}
        id={fieldId}
        {...(named ? { 'aria-label': t.linkOf(displayName) } : { label: t.link })}
        value={isLeavingService ? '' : (videoLink?.url ?? '')}
        save={save}
        placeholder={usesOwnRoom ? t.linkInstead : t.linkExample}
        autoComplete="off"
        spellCheck={false}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        description={isLeavingService ? t.pasteRoom : isService && !usesOwnRoom ? t.serviceHint : undefined}
      />
      {videoLink?.problem && <Input.Error>{videoLink.problem}</Input.Error>}
      {videoLink && !usesOwnRoom && !videoLink.roomPerAppointment && (
        <Choice
          size="xs"
          {...(named ? { 'aria-label': t.providerOf(displayName) } : { label: t.provider })}
          value={videoLink.provider}
          data={providerChoices(videoLink.provider, t.otherProvider)}
          onChange={({ currentTarget: { value } }) => void set({ provider: value as typeof videoLink.provider })}
        />
      )}
      {!usesOwnRoom && (
        <Switch
          size="sm"
          label={t.roomPerAppointment}
          {...(named && { 'aria-label': t.roomPerAppointmentOf(displayName) })}
          checked={isService}
          onChange={({ currentTarget: { checked } }) => switchService(checked)}
        />
      )}
      {action && (
        <Button
          size="compact-sm"
          variant="subtle"
          px={4}
          ml={-4}
          style={{ alignSelf: 'start' }}
          {...(named && { 'aria-label': `${action.label}: ${displayName}` })}
          onClick={() => void action.run()}
        >
          {action.label}
        </Button>
      )}
    </Stack>
  );
}
