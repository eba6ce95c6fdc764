import { isSecure } from '../environment/secure';
import { cameraAfter, type Device, type DeviceState, problemsOf, stateAfter } from './media_state';
import { Observable } from './observable';

export interface MediaFacts {
  camera: DeviceState;
  microphone: DeviceState;
  /** What the camera shows; null if nothing. Play it muted. */
  picture: MediaStream | null;
  /** What the microphone records; null if nothing. */
  sound: MediaStream | null;
  /** The shared screen; null if none. */
  screen: MediaStream | null;
  cameras: readonly Device[];
  microphones: readonly Device[];
  speakers: readonly Device[];
  cameraId: string | undefined;
  microphoneId: string | undefined;
  speakerId: string | undefined;
  /** Whether the browser is being asked for access. */
  isAsking: boolean;
  /** Whether the person wants to be seen, and not only to be heard. */
  wantsCamera: boolean;
  /** Whether the browser gives neither camera nor microphone because the page came without TLS. */
  isInsecure: boolean;
  /** What is used in place of a chosen device that is not there (any more); null if nothing. Another object each time. */
  substitute: Substitute | null;
}

export interface Substitute {
  kind: Kind | 'speaker';
  /** Name of the device that is used; empty if it is the usual one. */
  label: string;
  /** ID of the device that is not there. */
  missingId: string;
}

/** What a person wishes beyond the page: it holds after a reload, too. */
export interface Wishes {
  isMuted: boolean;
  wantsCamera: boolean;
  /** Devices that the person has chosen; undefined: the usual ones. */
  cameraId: string | undefined;
  microphoneId: string | undefined;
  speakerId: string | undefined;
}

type Kind = 'camera' | 'microphone';

const nothing: MediaFacts = {
  camera: 'OFF', microphone: 'OFF', picture: null, sound: null, screen: null, cameras: [], microphones: [], speakers: [],
  cameraId: undefined, microphoneId: undefined, speakerId: undefined, isAsking: false, wantsCamera: true, isInsecure: false, substitute: null,
};

/** How long a device that was opened anew must work before it is opened anew again, in milliseconds. */
const reopening = 3_000;

const size = { width: { ideal: 1280 }, height: { ideal: 720 } };

/** Reports whether the browser can share the screen; phones cannot. */
export const canShareScreen = (): boolean => 'getDisplayMedia' in (navigator.mediaDevices ?? {});

/** Reports whether sound can be played by another speaker than the usual one. */
export const canChooseSpeaker = (): boolean => 'setSinkId' in HTMLMediaElement.prototype;

/** Camera, microphone and screen of this device. Whatever is denied or missing, the rest works. */
export class Media {
  readonly facts: Observable<MediaFacts>;
  /** What is to be open, as far as the browser allows it. */
  readonly #wished: Record<Kind, boolean> = { camera: false, microphone: false };
  /** How often each was opened or closed: what the browser allows later than that is not wished any more. */
  readonly #turns: Record<Kind, number> = { camera: 0, microphone: 0 };
  /** When each was opened anew because it had ended. */
  readonly #reopened: Record<Kind, number> = { camera: -Infinity, microphone: -Infinity };
  /** How often sharing the screen has begun or ended: a screen that is chosen later than that is not shared. */
  #sharing = 0;
  #isMuted: boolean;
  readonly #remember: (changed: Partial<Wishes>) => void;

  /** Makes the media of a device with what the person wished before. What they wish later is remembered by a function. */
  constructor({ isMuted = false, ...wishes }: Partial<Wishes> = {}, remember: (changed: Partial<Wishes>) => void = () => undefined) {
    this.facts = new Observable<MediaFacts>({ ...nothing, ...wishes, isInsecure: !isSecure() });
    this.#isMuted = isMuted;
    this.#remember = remember;
    navigator.mediaDevices?.addEventListener('devicechange', this.#change);
  }

  /** Opens camera and microphone as wished; together, so that the browser asks once. A muted microphone stays so. */
  async open(wished: { camera: boolean; microphone: boolean }): Promise<void> {
    const { picture, sound } = this.facts.get();
    const [video, audio] = [wished.camera && !picture, wished.microphone && !sound];
    this.#wished.camera ||= wished.camera;
    this.#wished.microphone ||= wished.microphone;
    if (!video && !audio) {
      return;
    }
    const turns = { ...this.#turns };
    this.facts.change({ isAsking: true });
    try {
      this.#take(await this.#ask(video, audio), turns);
    } catch (error) {
      if (video && audio) {
        await this.#openEach(turns);
      } else {
        this.#fail(video ? 'camera' : 'microphone', error, turns);
      }
    }
    this.facts.change({ isAsking: false });
    await this.#list();
  }

  /** Opens the microphone, and the camera unless the person wants only to be heard. */
  openWished(): Promise<void> {
    return this.open({ camera: this.facts.get().wantsCamera, microphone: true });
  }

  /** Asks once more for what is wanted and sends nothing. */
  openAgain(): Promise<void> {
    const wrong = new Set(problemsOf(this.facts.get()).map(({ kind }) => kind));
    return this.open({ camera: wrong.has('camera'), microphone: wrong.has('microphone') });
  }

  /** Switches the camera off, whose light goes out, or on. */
  async setCamera(isOn: boolean): Promise<void> {
    this.facts.change({ wantsCamera: isOn });
    this.#remember({ wantsCamera: isOn });
    if (isOn) {
      await this.open({ camera: true, microphone: false });
    } else {
      this.#wished.camera = false;
      this.#close('camera');
      this.facts.change({ camera: 'OFF' });
    }
  }

  /** Mutes the microphone, which stays open so that it is back at once, or opens it. */
  async setMicrophone(isOn: boolean): Promise<void> {
    this.#isMuted = !isOn;
    this.#remember({ isMuted: !isOn });
    const track = this.facts.get().sound?.getAudioTracks()[0];
    if (!track) {
      await (isOn ? this.open({ camera: false, microphone: true }) : undefined);
      return;
    }
    track.enabled = isOn;
    this.facts.change({ microphone: isOn ? 'ON' : 'OFF' });
  }

  /** Takes another camera, microphone or speaker. What is off stays off, and is opened by another device later. */
  async choose(kind: Kind | 'speaker', id: string): Promise<void> {
    const chosen = { [`${kind}Id`]: id };
    this.facts.change({ ...chosen, substitute: null });
    this.#remember(chosen);
    if (kind === 'speaker' || !this.#wished[kind]) {
      return;
    }
    this.#close(kind);
    await this.#reopen(kind);
  }

  /** Takes the next camera, as from the front to the back of a phone. */
  async switchCamera(): Promise<void> {
    const { cameras, cameraId } = this.facts.get();
    const next = cameraAfter(cameras, cameraId);
    if (next) {
      await this.choose('camera', next.id);
    }
  }

  /** Shares the screen, if the person chooses one. */
  async shareScreen(): Promise<void> {
    this.#sharing += 1;
    const turn = this.#sharing;
    try {
      const screen = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false });
      if (turn !== this.#sharing) {
        stop(screen);
        return;
      }
      screen.getVideoTracks()[0]?.addEventListener('ended', () => this.stopSharing());
      this.facts.change({ screen });
    } catch {
      // They chose none.
    }
  }

  stopSharing(): void {
    this.#sharing += 1;
    stop(this.facts.get().screen);
    this.facts.change({ screen: null });
  }

  /** Returns what is to be sent: the screen before the camera. */
  readonly track = (kind: 'audio' | 'video'): MediaStreamTrack | null => {
    const { picture, sound, screen } = this.facts.get();
    return (kind === 'audio' ? sound?.getAudioTracks()[0] : (screen ?? picture)?.getVideoTracks()[0]) ?? null;
  };

  /** Closes everything, so that no light stays on. */
  close(): void {
    navigator.mediaDevices?.removeEventListener('devicechange', this.#change);
    this.release();
  }

  /** Closes camera, microphone and screen, which may be opened again. */
  release(): void {
    this.stopSharing();
    for (const kind of ['camera', 'microphone'] as const) {
      this.#wished[kind] = false;
      this.#close(kind);
    }
  }

  async #ask(video: boolean, audio: boolean): Promise<MediaStream> {
    const { cameraId, microphoneId } = this.facts.get();
    const devices = navigator.mediaDevices; // undefined without TLS
    const wish = (deviceId: (id: string) => ConstrainDOMString) => ({
      video: video && { ...size, ...(cameraId ? { deviceId: deviceId(cameraId) } : { facingMode: 'user' }) },
      audio: audio && { echoCancellation: true, noiseSuppression: true, ...(microphoneId ? { deviceId: deviceId(microphoneId) } : {}) },
    });
    try {
      return await devices.getUserMedia(wish((exact) => ({ exact })));
    } catch (error) {
      if ((error as DOMException).name !== 'OverconstrainedError') {
        throw error;
      }
      return devices.getUserMedia(wish((ideal) => ({ ideal }))); // a chosen device is gone: another does, too
    }
  }

  async #openEach(turns: Record<Kind, number>): Promise<void> {
    for (const kind of ['camera', 'microphone'] as const) {
      if (turns[kind] === this.#turns[kind]) {
        try {
          this.#take(await this.#ask(kind === 'camera', kind === 'microphone'), turns);
        } catch (error) {
          this.#fail(kind, error, turns);
        }
      }
    }
  }

  /** Takes what the browser allows. It stops at once what was closed, or opened by another question, since it was asked. */
  #take(stream: MediaStream, turns: Record<Kind, number>): void {
    const [camera] = stream.getVideoTracks();
    const [microphone] = stream.getAudioTracks();
    for (const [kind, track] of [['camera', camera], ['microphone', microphone]] as const) {
      if (track && turns[kind] !== this.#turns[kind]) {
        track.stop();
      } else if (track) {
        this.#turns[kind] += 1;
        this.#watch(kind, track);
        this.#noteSubstitute(kind, track);
      }
    }
    if (camera?.readyState === 'live') {
      this.facts.change({ camera: 'ON', picture: new MediaStream([camera]), cameraId: camera.getSettings().deviceId });
    }
    if (microphone?.readyState === 'live') {
      microphone.enabled = !this.#isMuted;
      const state = this.#isMuted ? 'OFF' : 'ON';
      this.facts.change({ microphone: state, sound: new MediaStream([microphone]), microphoneId: microphone.getSettings().deviceId });
    }
  }

  #fail(kind: Kind, error: unknown, turns: Record<Kind, number>): void {
    if (turns[kind] === this.#turns[kind]) {
      this.facts.change({ [kind]: stateAfter(error) });
    }
  }

  /** Takes another device when one was pulled out. */
  #watch(kind: Kind, track: MediaStreamTrack): void {
    track.addEventListener('ended', () => {
      const { picture, sound } = this.facts.get();
      if ((kind === 'camera' ? picture : sound)?.getTracks().includes(track)) {
        this.#close(kind);
        this.#reopenSlowly(kind);
      }
    });
  }

  /** Opens a device anew, but not at once if that was done just before: some drivers end each picture. */
  #reopenSlowly(kind: Kind): void {
    const reopen = () => {
      this.#reopened[kind] = performance.now();
      void this.#reopen(kind);
    };
    const wait = this.#reopened[kind] + reopening - performance.now();
    const turn = this.#turns[kind];
    if (wait <= 0) {
      reopen();
    } else {
      setTimeout(() => turn === this.#turns[kind] && reopen(), wait);
    }
  }

  #reopen(kind: Kind): Promise<void> {
    return this.open({ camera: kind === 'camera', microphone: kind === 'microphone' });
  }

  #noteSubstitute(kind: Kind, track: MediaStreamTrack): void {
    const wanted = this.facts.get()[`${kind}Id`];
    if (wanted && wanted !== track.getSettings().deviceId) {
      this.facts.change({ substitute: { kind, label: track.label, missingId: wanted } });
    }
  }

  #close(kind: Kind): void {
    this.#turns[kind] += 1;
    const { picture, sound } = this.facts.get();
    if (kind === 'camera' && picture) {
      stop(picture);
      this.facts.change({ camera: 'OFF', picture: null });
    } else if (kind === 'microphone' && sound) {
      stop(sound);
      this.facts.change({ microphone: 'OFF', sound: null });
    }
  }

  readonly #list = async (): Promise<void> => {
    const all = await navigator.mediaDevices?.enumerateDevices().catch(() => []);
    const of = (kind: MediaDeviceKind) => (all ?? []).filter((one) => one.kind === kind && one.deviceId).map(({ deviceId: id, label }) => ({ id, label }));
    const speakers = of('audiooutput');
    this.facts.change({ cameras: of('videoinput'), microphones: of('audioinput'), speakers });
    const { speakerId, substitute } = this.facts.get();
    if (all?.some(({ deviceId }) => deviceId === substitute?.missingId)) {
      this.facts.change({ substitute: null }); // it is back, and may be chosen
    }
    if (speakerId && speakers.length > 0 && !speakers.some(({ id }) => id === speakerId)) {
      this.facts.change({ speakerId: undefined, substitute: { kind: 'speaker', label: '', missingId: speakerId } });
    }
  };

  /** Lists what was plugged in or out, and opens what was missing before. */
  readonly #change = async (): Promise<void> => {
    await this.#list();
    const { cameras, microphones, isAsking, ...states } = this.facts.get();
    for (const [kind, devices] of [['camera', cameras], ['microphone', microphones]] as const) {
      if (!isAsking && this.#wished[kind] && states[kind] === 'MISSING' && devices.length > 0) {
        await this.#reopen(kind);
      }
    }
  };
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) {
    track.stop();
  }
}
