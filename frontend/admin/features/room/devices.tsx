import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { canChooseSpeaker, type Device, problemsOf } from '../../../call';
import { measureLevel } from '../../../call/level';
import { playTones } from '../../../call/speaker_test';
import { useWords } from '../../language/words';
import { Choice } from '../../parts/choice';
import { useAnnouncement, useObservable, useRoom } from './room_context';
import { roomWords } from './words';

interface ChoiceProps {
  label: string;
  devices: readonly Device[];
  chosen: string | undefined;
  onChoose(id: string): void;
}

function DeviceField({ label, devices, chosen, onChoose }: ChoiceProps) {
  const t = useWords(roomWords);
  return (
    devices.length > 1 && (
      <Choice
        label={label}
        value={chosen ?? devices[0]?.id ?? ''}
        data={devices.map(({ id, label: name }, index) => ({ value: id, label: name || t.nameless(index + 1) }))}
        onChange={({ currentTarget }) => onChoose(currentTarget.value)}
      />
    )
  );
}

/** The choice of camera, microphone and speaker, as far as there is one, and a test of the speaker. */
export function DeviceChoice() {
  const t = useWords(roomWords);
  const { media } = useRoom();
  const { cameras, microphones, speakers, cameraId, microphoneId, speakerId } = useObservable(media.facts);
  const [isPlaying, setPlaying] = useState(false);
  async function play() {
    setPlaying(true);
    await playTones(speakerId).catch(() => undefined);
    setPlaying(false);
  }
  return (
    <Stack gap="xs" align="start">
      <DeviceField label={t.camera} devices={cameras} chosen={cameraId} onChoose={(id) => void media.choose('camera', id)} />
      <DeviceField label={t.microphone} devices={microphones} chosen={microphoneId} onChoose={(id) => void media.choose('microphone', id)} />
      {canChooseSpeaker() && <DeviceField label={t.speaker} devices={speakers} chosen={speakerId} onChoose={(id) => void media.choose('speaker', id)} />}
      <Button variant="default" loading={isPlaying} onClick={() => void play()}>
        {t.speakerTest}
      </Button>
    </Stack>
  );
}

/** How loud the microphone is. */
export function LevelMeter({ sound }: { sound: MediaStream }) {
  const t = useWords(roomWords);
  const [level, setLevel] = useState(0);
  useEffect(() => measureLevel(sound, setLevel), [sound]);
  return <Progress aria-label={t.level} value={level * 100} w="100%" transitionDuration={0} />;
}

/** What is wrong with camera and microphone, and what to do about it. */
export function DeviceProblems() {
  const t = useWords(roomWords);
  const { media } = useRoom();
  const facts = useObservable(media.facts);
  const { substitute } = facts;
  const substituted = substitute ? t.substitute[substitute.kind](substitute.label) : '';
  useAnnouncement(substituted);
  return (
    <>
      {substituted && <Text size="sm">{substituted}</Text>}
      <output>{facts.isInsecure ? <Alert color="orange" role="presentation">{t.wrong.insecure}</Alert> : <Wrong wrong={problemsOf(facts)} />}</output>
    </>
  );
}

function Wrong({ wrong }: { wrong: ReturnType<typeof problemsOf> }) {
  const t = useWords(roomWords);
  const { media } = useRoom();
  return (
    wrong.length > 0 && (
      <Alert color="orange" role="presentation">
        <Stack gap="xs" align="start">
          {wrong.map(({ kind, state }) => (
            <Text key={kind} size="sm">
              {t.wrong[kind][state]}
            </Text>
          ))}
          {wrong.some(({ state }) => state === 'DENIED') && <Text size="sm">{t.wrong.help}</Text>}
          <Group>
            <Button variant="default" onClick={() => void media.openAgain()}>
              {t.tryAgain}
            </Button>
          </Group>
        </Stack>
      </Alert>
    )
  );
}
