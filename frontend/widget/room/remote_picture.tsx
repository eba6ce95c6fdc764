import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { useObservable, useRoom } from './room_context';

interface Props {
  videoRef: RefObject<HTMLVideoElement | null>;
  stream: MediaStream | null;
  name: string;
}

/** Picture and sound of the other side. */
export function RemotePicture({ videoRef, stream, name }: Props) {
  const { t, media } = useRoom();
  const { speakerId } = useObservable(media.facts);
  const [isBlocked, setBlocked] = useState(false);
  useEffect(() => {
    const video = videoRef.current;
    if (video) {
      video.srcObject = stream;
      // Browsers play no sound on a page that nobody has touched, such as after a reload.
      video.play().catch((error: DOMException) => setBlocked(error.name === 'NotAllowedError'));
    }
    return () => {
      if (video) {
        video.srcObject = null;
      }
    };
  }, [stream, videoRef]);
  useEffect(() => {
    if (videoRef.current && 'setSinkId' in videoRef.current) {
      videoRef.current.setSinkId(speakerId ?? '').catch(() => undefined); // it plays by the usual one
    }
  }, [speakerId, videoRef]);
  async function hear() {
    await videoRef.current?.play();
    setBlocked(false);
  }
  return (
    <>
      <video ref={videoRef} class="remote" aria-label={t.call.picture(name)} playsInline autoplay>
        <track kind="captions" />
      </video>
      {isBlocked && (
        <div class="blocked">
          <p>{t.call.unheard}</p>
          <button type="button" class="again" onClick={() => void hear()}>
            {t.call.hear}
          </button>
        </div>
      )}
    </>
  );
}
