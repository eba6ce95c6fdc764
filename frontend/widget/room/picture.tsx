import { useEffect, useRef } from 'preact/hooks';

interface Props {
  stream: MediaStream | null;
  label: string;
  /** As in a mirror: how people know themselves. */
  isMirrored?: boolean;
}

/** What the own camera shows, without sound. */
export function Picture({ stream, label, isMirrored }: Props) {
  const videoRef = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const video = videoRef.current;
    if (video) {
      video.srcObject = stream;
    }
    return () => {
      if (video) {
        video.srcObject = null; // else it holds the pictures of the camera until it is collected
      }
    };
  }, [stream]);
  return <video ref={videoRef} class={isMirrored ? 'mirrored' : undefined} aria-label={label} autoplay playsInline muted />;
}
