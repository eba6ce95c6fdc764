import { Button, Stack, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../../language/words';
import styles from './room.module.css';
import { useObservable, useRoom } from './room_context';
import { roomWords } from './words';

/** What the own camera shows, as in a mirror unless it faces away. */
export function OwnPicture({ stream }: { stream: MediaStream }) {
  const t = useWords(roomWords);
  const video = useRef<HTMLVideoElement>(null);
  const facing = stream.getVideoTracks()[0]?.getSettings().facingMode;
  useEffect(() => {
    const element = video.current;
    if (element) {
      element.srcObject = stream;
    }
    return () => {
      if (element) {
        element.srcObject = null; // else it holds the pictures of the camera until it is collected, and calls begin late
      }
    };
  }, [stream]);
  return <video ref={video} className={styles.picture} data-mirrored={facing !== 'environment'} aria-label={t.preview} autoPlay playsInline muted />;
}

/** Picture and sound of the customer. */
export function RemotePicture({ stream }: { stream: MediaStream | null }) {
  const t = useWords(roomWords);
  const { media, name } = useRoom();
  const { speakerId } = useObservable(media.facts);
  const video = useRef<HTMLVideoElement>(null);
  const [isBlocked, setBlocked] = useState(false);
  useEffect(() => {
    const element = video.current;
    if (element) {
      element.srcObject = stream;
      // Browsers play no sound on a page that nobody has touched, such as after a reload.
      element.play().catch((error: DOMException) => setBlocked(error.name === 'NotAllowedError'));
    }
    return () => {
      if (element) {
        element.srcObject = null;
      }
    };
  }, [stream]);
  useEffect(() => {
    if (speakerId && video.current && 'setSinkId' in video.current) {
      video.current.setSinkId(speakerId).catch(() => undefined); // it plays by the usual one
    }
  }, [speakerId]);
  async function hear() {
    await video.current?.play();
    setBlocked(false);
  }
  return (
    <>
      {/* A live call has no captions. */}
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video ref={video} className={styles.remote} aria-label={t.pictureOf(name)} playsInline autoPlay />
      {isBlocked && (
        <Stack className={styles.over} align="center" justify="center">
          <Text>{t.unheard}</Text>
          <Button onClick={() => void hear()}>{t.hear}</Button>
        </Stack>
      )}
    </>
  );
}
