import {
  IconAdjustments,
  IconCameraRotate,
  IconDoorExit,
  IconMaximize,
  IconMessage,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconPictureInPicture,
  IconScreenShare,
  IconScreenShareOff,
  IconVideo,
  IconVideoOff,
} from '@tabler/icons-react';
import type { RefObject } from 'react';
import { canShareScreen } from '../../../call';
import { useWords } from '../../language/words';
import styles from './room.module.css';
import { useObservable, useRoom } from './room_context';
import { roomWords } from './words';

interface ButtonProps {
  icon: typeof IconVideo;
  text: string;
  /** Whether what it switches is off. */
  isOff?: boolean;
  isFinal?: boolean;
  isExpanded?: boolean;
  onClick(): void;
}

const CallButton = ({ icon: Icon, text, isOff, isFinal, isExpanded, onClick }: ButtonProps) => (
  <button type="button" className={styles.control} data-off={isOff} data-final={isFinal} aria-expanded={isExpanded} onClick={onClick}>
    <Icon size={24} stroke={1.6} aria-hidden="true" />
    {text}
  </button>
);

/** Enters or leaves full screen. Phones of Apple know it for videos only. */
function toggleFullScreen(stage: HTMLElement | null, video: (HTMLVideoElement & { webkitEnterFullscreen?(): void }) | null | undefined) {
  if (document.fullscreenElement) {
    void document.exitFullscreen();
  } else if (document.fullscreenEnabled) {
    void stage?.requestFullscreen();
  } else {
    video?.webkitEnterFullscreen?.();
  }
}

const canFullScreen = () => document.fullscreenEnabled || 'webkitEnterFullscreen' in HTMLVideoElement.prototype;

async function togglePictureInPicture(video: HTMLVideoElement | null | undefined) {
  await (document.pictureInPictureElement ? document.exitPictureInPicture() : video?.requestPictureInPicture())?.catch(() => undefined);
}

/** A part of the page that a button opens. */
export type Opened = 'text' | 'devices' | undefined;

interface Props {
  ref: RefObject<HTMLFieldSetElement | null>;
  /** What is shown in full, with the customer's picture first. */
  stage: RefObject<HTMLDivElement | null>;
  /** Name of the button that shows the conversation. */
  textName: string;
  opened: Opened;
  onOpen(part: Opened): void;
  onLeave(): void;
  onEnd(): void;
}

/** The buttons of the call, each with its word. */
export function CallControls({ ref, stage, textName, opened, onOpen, onLeave, onEnd }: Props) {
  const t = useWords(roomWords);
  const { media } = useRoom();
  const { camera, microphone, screen, cameras } = useObservable(media.facts);
  const [isSeen, isHeard] = [camera === 'ON', microphone === 'ON'];
  const video = () => stage.current?.querySelector('video');
  const toggle = (part: Opened) => onOpen(opened === part ? undefined : part);
  return (
    <fieldset ref={ref} className={styles.controls} aria-label={t.controls}>
      <CallButton icon={isHeard ? IconMicrophone : IconMicrophoneOff} isOff={!isHeard} text={isHeard ? t.mute : t.notMuted} onClick={() => void media.setMicrophone(!isHeard)} />
      <CallButton icon={isSeen ? IconVideo : IconVideoOff} isOff={!isSeen} text={isSeen ? t.cameraOff : t.cameraOn} onClick={() => void media.setCamera(!isSeen)} />
      {isSeen && cameras.length > 1 && <CallButton icon={IconCameraRotate} text={t.switchCamera} onClick={() => void media.switchCamera()} />}
      {canShareScreen() && (
        <CallButton
          icon={screen ? IconScreenShareOff : IconScreenShare}
          text={screen ? t.unshare : t.share}
          onClick={() => (screen ? media.stopSharing() : void media.shareScreen())}
        />
      )}
      <CallButton icon={IconMessage} isExpanded={opened === 'text'} text={textName} onClick={() => toggle('text')} />
      <CallButton icon={IconAdjustments} isExpanded={opened === 'devices'} text={t.devices} onClick={() => toggle('devices')} />
      {document.pictureInPictureEnabled && (
        <CallButton icon={IconPictureInPicture} text={t.pictureInPicture} onClick={() => void togglePictureInPicture(video())} />
      )}
      {canFullScreen() && (
        <CallButton icon={IconMaximize} text={t.fullScreen} onClick={() => toggleFullScreen(stage.current, video())} />
      )}
      <CallButton icon={IconDoorExit} text={t.leave} onClick={onLeave} />
      <CallButton icon={IconPhoneOff} isFinal text={t.end} onClick={onEnd} />
    </fieldset>
  );
}
