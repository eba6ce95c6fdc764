import { useRef, useState } from 'preact/hooks';
import { canShareScreen } from '../../call';
import { CallButton } from './call_button';
import { CallStatus } from './call_status';
import { ConversationView } from './conversation_view';
import { DeviceChoice } from './device_choice';
import { DeviceProblems } from './device_problems';
import { PhoneLink } from './phone_link';
import { Picture } from './picture';
import { RemotePicture } from './remote_picture';
import type { Room } from './room';
import { useObservable, useRoom } from './room_context';
import { Title } from './title';
import { useUndelivered, useUnread } from './use_lines';

/** Enters or leaves full screen. Phones of Apple know it for videos only. */
function toggleFullScreen(stage: HTMLElement, video: HTMLVideoElement & { webkitEnterFullscreen?(): void }) {
  if (document.fullscreenElement) {
    void document.exitFullscreen();
  } else if (document.fullscreenEnabled) {
    void stage.requestFullscreen();
  } else {
    video.webkitEnterFullscreen?.();
  }
}

async function togglePictureInPicture(video: HTMLVideoElement) {
  await (document.pictureInPictureElement ? document.exitPictureInPicture() : video.requestPictureInPicture()).catch(() => undefined);
}

const canFullScreen = () => document.fullscreenEnabled || 'webkitEnterFullscreen' in HTMLVideoElement.prototype;

/** The call. */
export function CallView({ room }: { room: Room }) {
  const { t, session, media } = useRoom();
  const name = room.staff.displayName;
  const { remote, stream, quality } = useObservable(session.facts);
  const remoteMedia = useObservable(session.conversation.remoteMedia);
  const { camera, microphone, picture, screen, cameras, isInsecure } = useObservable(media.facts);
  const [open, setOpen] = useState<'text' | 'devices'>();
  const [hasMore, setMore] = useState(false);
  const isTextShown = open === 'text';
  const unread = useUnread(name, isTextShown);
  const isUndelivered = useUndelivered() && !isTextShown;
  const controls = useRef<HTMLFieldSetElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const videoRef = useRef<HTMLVideoElement>(null);
  const isSeen = remote !== 'ABSENT' && (!remoteMedia || remoteMedia.camera || remoteMedia.screen);
  const isMirrored = picture?.getVideoTracks()[0]?.getSettings().facingMode !== 'environment';
  const toggle = (part: 'text' | 'devices') => setOpen(open === part ? undefined : part);

  function closeText() {
    setOpen(undefined);
    controls.current?.querySelector<HTMLElement>('[aria-expanded]')?.focus(); // which has opened it: the first of them
  }
  function leave() {
    session.leave();
    media.release();
  }
  return (
    <>
      <Title text={t.call.title(name)} />
      <div ref={stage} class="stage">
        <RemotePicture videoRef={videoRef} stream={stream} name={name} />
        {!isSeen && <p class="nobody">{name}</p>}
        {picture && (
          <div class="own">
            <Picture stream={picture} label={t.check.preview} isMirrored={isMirrored} />
          </div>
        )}
      </div>
      <CallStatus room={room} remote={remote} media={remoteMedia} quality={quality} />
      <fieldset ref={controls} class="controls" aria-label={t.call.controls}>
        <CallButton
          icon="microphone"
          isOff={microphone !== 'ON'}
          text={microphone === 'ON' ? t.call.mute : t.call.unmute}
          short={t.call.short.microphone}
          onClick={() => void media.setMicrophone(microphone !== 'ON')}
        />
        <CallButton
          icon="camera"
          isOff={camera !== 'ON'}
          text={camera === 'ON' ? t.call.cameraOff : t.call.cameraOn}
          short={t.call.short.camera}
          onClick={() => void media.setCamera(camera !== 'ON')}
        />
        <CallButton
          icon="text"
          isExpanded={isTextShown}
          text={isUndelivered ? t.call.undelivered : unread > 0 ? t.call.written(String(unread)) : t.call.write}
          short={t.call.write}
          count={isUndelivered ? '!' : unread}
          onClick={() => toggle('text')}
        />
        <CallButton icon="more" isMore isExpanded={hasMore} text={t.call.more} onClick={() => setMore(!hasMore)} />
        <div class="extra" hidden={!hasMore}>
          {camera === 'ON' && cameras.length > 1 && <CallButton icon="turn" text={t.call.switchCamera} onClick={() => void media.switchCamera()} />}
          {canShareScreen() && (
            <CallButton icon="screen" text={screen ? t.call.unshare : t.call.share} onClick={() => (screen ? media.stopSharing() : void media.shareScreen())} />
          )}
          <CallButton icon="devices" isExpanded={open === 'devices'} text={t.call.devices} onClick={() => toggle('devices')} />
          {document.pictureInPictureEnabled && (
            <CallButton icon="inset" text={t.call.pictureInPicture} onClick={() => videoRef.current && void togglePictureInPicture(videoRef.current)} />
          )}
          {canFullScreen() && (
            <CallButton icon="full" text={t.call.fullScreen} onClick={() => stage.current && videoRef.current && toggleFullScreen(stage.current, videoRef.current)} />
          )}
        </div>
        <CallButton icon="leave" isFinal text={t.call.leave} onClick={leave} />
      </fieldset>
      <DeviceProblems />
      {isTextShown && <ConversationView name={name} onClose={closeText} />}
      {open === 'devices' && <DeviceChoice />}
      {!isInsecure && <PhoneLink />}
    </>
  );
}
