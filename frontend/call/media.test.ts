import { beforeEach, expect, it, vi } from 'vitest';
import { Media, type Wishes } from './media';

class Track extends EventTarget {
  enabled = true;
  readyState = 'live';
  constructor(
    readonly kind: 'audio' | 'video',
    readonly deviceId: string,
  ) {
    super();
  }
  get label() {
    return `The ${this.deviceId} one`;
  }
  pullOut() {
    this.readyState = 'ended';
    this.dispatchEvent(new Event('ended'));
  }
  getSettings = () => ({ deviceId: this.deviceId });
  stop = () => {
    this.readyState = 'ended';
  };
}

class Stream {
  constructor(readonly tracks: readonly Track[]) {}
  getTracks = () => this.tracks;
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === 'audio');
  getVideoTracks = () => this.tracks.filter(({ kind }) => kind === 'video');
}

/** Returns which device is opened by a wish; undefined if it must be one that is gone. */
function deviceOf({ deviceId }: MediaTrackConstraints): string | undefined {
  const { exact, ideal } = (deviceId ?? {}) as { exact?: string; ideal?: string };
  const id = exact ?? ideal ?? 'usual';
  return gone.includes(id) ? (exact ? undefined : 'usual') : id;
}

/** A device with a camera and a microphone, whose browser allows what it is asked for when the test says so. */
let tracks: Track[];
let answers: ((isAllowed: boolean) => void)[];
/** Devices that were pulled out. */
let gone: string[];
let listed: Partial<MediaDeviceInfo>[];
let onChange: () => Promise<void>;

beforeEach(() => {
  [tracks, answers, gone, listed] = [[], [], [], []];
  const getUserMedia = ({ audio, video }: { audio: MediaTrackConstraints | false; video: MediaTrackConstraints | false }) =>
    new Promise((resolve, reject) => {
      answers.push((isAllowed) => {
        if (!isAllowed) {
          reject(new DOMException('', 'NotAllowedError'));
          return;
        }
        const devices = [['audio', audio], ['video', video]] as const;
        const opened = devices.flatMap(([kind, wish]) => (wish ? [new Track(kind, deviceOf(wish) ?? '')] : []));
        if (opened.some(({ deviceId }) => deviceId === '' || gone.includes(deviceId))) {
          reject(new DOMException('', opened.some(({ deviceId }) => deviceId === '') ? 'OverconstrainedError' : 'NotFoundError'));
          return;
        }
        tracks.push(...opened);
        resolve(new Stream(opened));
      });
    });
  vi.stubGlobal('navigator', {
    mediaDevices: {
      getUserMedia,
      addEventListener(_: string, listener: () => Promise<void>) {
        onChange = listener;
      },
      removeEventListener: () => undefined,
      enumerateDevices: () => Promise.resolve(listed),
    },
  });
  vi.stubGlobal('MediaStream', Stream);
});

const both = { camera: true, microphone: true };

async function answered(asking: Promise<void>, isAllowed = true) {
  answers.shift()?.(isAllowed);
  await asking;
}

/** Returns what each opened track sends. */
const sending = () => tracks.map(({ kind, deviceId, enabled, readyState }) => `${kind} ${deviceId} ${readyState === 'ended' ? 'closed' : enabled ? 'on' : 'muted'}`);

it('stays muted when another microphone is chosen, and after it was closed', async () => {
  const media = new Media();
  await answered(media.open(both));
  await media.setMicrophone(false);
  await answered(media.choose('microphone', 'headset'));
  expect([sending(), media.facts.get().microphone]).toEqual([['audio usual closed', 'video usual on', 'audio headset muted'], 'OFF']);
  media.release();
  await answered(media.open(both));
  expect(sending().slice(3)).toEqual(['audio headset muted', 'video usual on']);
  await media.setMicrophone(true);
  expect([sending()[3], media.facts.get().microphone]).toEqual(['audio headset on', 'ON']);
});

it('is muted from the start if the person was, and remembers what they wish', async () => {
  const remembered: Partial<Wishes>[] = [];
  const media = new Media({ isMuted: true }, (changed) => remembered.push(changed));
  await answered(media.open(both));
  expect(sending()).toEqual(['audio usual muted', 'video usual on']);
  await media.setMicrophone(true);
  await media.setMicrophone(false);
  expect(remembered).toEqual([{ isMuted: false }, { isMuted: true }]);
});

it('opens no camera for who wants only to be heard, and remembers that', async () => {
  const remembered: Partial<Wishes>[] = [];
  const media = new Media({ wantsCamera: false }, (changed) => remembered.push(changed));
  await answered(media.openWished());
  expect(sending()).toEqual(['audio usual on']);
  await answered(media.setCamera(true));
  expect([remembered, media.facts.get().wantsCamera]).toEqual([[{ wantsCamera: true }], true]);
});

it('keeps what is muted while a microphone is opened', async () => {
  const media = new Media();
  const asking = media.open(both);
  await media.setMicrophone(false);
  await answered(asking);
  expect(sending()).toEqual(['audio usual muted', 'video usual on']);
});

it('does not switch a camera on by choosing another', async () => {
  const media = new Media();
  await answered(media.open(both));
  await media.setCamera(false);
  await media.choose('camera', 'back');
  expect([answers, media.facts.get().camera]).toEqual([[], 'OFF']);
  await answered(media.setCamera(true));
  expect(sending()).toEqual(['audio usual on', 'video usual closed', 'video back on']);
});

it.each<[string, (media: Media) => unknown, string[]]>([
  ['the camera is switched off', (media) => media.setCamera(false), ['audio usual on', 'video usual closed']],
  ['all is released', (media) => media.release(), ['audio usual closed', 'video usual closed']],
])('closes at once what the browser allows after %s', async (_, act, left) => {
  const media = new Media();
  const asking = media.open(both);
  await act(media);
  await answered(asking);
  expect(sending()).toEqual(left);
});

it('says nothing of a camera that is refused after it was switched off', async () => {
  const media = new Media();
  const asking = media.open({ camera: true, microphone: false });
  await media.setCamera(false);
  await answered(asking, false);
  expect(media.facts.get().camera).toBe('OFF');
});

it('keeps one of two questions that are answered', async () => {
  const media = new Media();
  const asked = [media.open(both), media.open(both)];
  answers.forEach((answer) => answer(true));
  await Promise.all(asked);
  expect(sending()).toEqual(['audio usual on', 'video usual on', 'audio usual closed', 'video usual closed']);
});

/** Lets the browser allow all that it is asked for, until nothing is asked any more. */
async function allowed() {
  do {
    answers.shift()?.(true);
    await new Promise((resolve) => setTimeout(resolve));
  } while (answers.length > 0);
}

it('takes another microphone when one is pulled out, muted as that was, and says so', async () => {
  const media = new Media();
  await answered(media.open(both));
  await answered(media.choose('microphone', 'headset'));
  await media.setMicrophone(false);
  gone = ['headset'];
  tracks.at(-1)?.pullOut();
  await allowed();
  expect(sending()).toEqual(['audio usual closed', 'video usual on', 'audio headset closed', 'audio usual muted']);
  expect(media.facts.get()).toMatchObject({ microphone: 'OFF', microphoneId: 'usual', substitute: { kind: 'microphone', label: 'The usual one' } });
  await answered(media.choose('microphone', 'other'));
  expect(media.facts.get().substitute).toBeNull();
});

it('keeps the chosen camera when only the chosen microphone is gone', async () => {
  const media = new Media({ cameraId: 'back', microphoneId: 'headset' });
  gone = ['headset'];
  void media.open(both);
  await allowed();
  expect(sending()).toEqual(['audio usual on', 'video back on']);
  expect(media.facts.get().substitute?.kind).toBe('microphone');
});

it('says that a camera is missing when the only one is pulled out, and opens it once it is back', async () => {
  const media = new Media();
  await answered(media.open(both));
  gone = ['usual'];
  tracks.find(({ kind }) => kind === 'video')?.pullOut();
  await allowed();
  expect(media.facts.get()).toMatchObject({ camera: 'MISSING', microphone: 'ON' });
  [gone, listed] = [[], [{ kind: 'videoinput', deviceId: 'usual', label: 'Camera' }]];
  void onChange();
  await allowed();
  expect(media.facts.get()).toMatchObject({ camera: 'ON', cameras: [{ id: 'usual', label: 'Camera' }] });
});

const speaker = (deviceId: string) => ({ kind: 'audiooutput', deviceId, label: deviceId }) as const;

it('goes back to the usual speaker when the chosen one is pulled out', async () => {
  listed = [speaker('usual'), speaker('headset')];
  const media = new Media();
  await onChange();
  await media.choose('speaker', 'headset');
  listed = [speaker('usual')];
  await onChange();
  expect(media.facts.get()).toMatchObject({ speakerId: undefined, substitute: { kind: 'speaker', label: '' } });
  listed = [speaker('usual'), speaker('headset')];
  await onChange();
  expect(media.facts.get().substitute).toBeNull();
});

it('does not say any more that a chosen microphone is not there once it is', async () => {
  const media = new Media({ microphoneId: 'headset' });
  gone = ['headset'];
  void media.open(both);
  await allowed();
  expect(media.facts.get().substitute?.kind).toBe('microphone');
  [gone, listed] = [[], [{ kind: 'audioinput', deviceId: 'headset', label: 'Headset' }]];
  await onChange();
  expect(media.facts.get().substitute).toBeNull();
});

it('opens a camera that ends each picture every few seconds only, and not after the call', async () => {
  vi.useFakeTimers();
  const media = new Media();
  await answered(media.open({ camera: true, microphone: false }));
  tracks.at(-1)?.pullOut();
  expect(answers).toHaveLength(1);
  answers.shift()?.(true);
  await vi.advanceTimersByTimeAsync(0);
  tracks.at(-1)?.pullOut();
  await vi.advanceTimersByTimeAsync(2_900);
  expect(answers).toHaveLength(0);
  await vi.advanceTimersByTimeAsync(100);
  expect(answers).toHaveLength(1);
  answers.shift()?.(true);
  await vi.advanceTimersByTimeAsync(0);
  tracks.at(-1)?.pullOut();
  media.release();
  await vi.advanceTimersByTimeAsync(10_000);
  expect([answers.length, sending()]).toEqual([0, ['video usual closed', 'video usual closed', 'video usual closed']]);
  vi.useRealTimers();
});

it.each<[string, (media: Media) => void]>([
  ['the call was left', (media) => media.release()],
  ['sharing was ended', (media) => media.stopSharing()],
])('shares no screen that is chosen after %s', async (_, end) => {
  const chosen = new EventTarget();
  const screen = new Track('video', 'screen');
  const getDisplayMedia = () => new Promise((resolve) => chosen.addEventListener('chosen', () => resolve(new Stream([screen]))));
  Object.assign(navigator.mediaDevices, { getDisplayMedia });
  const media = new Media();
  const sharing = media.shareScreen();
  end(media);
  chosen.dispatchEvent(new Event('chosen'));
  await sharing;
  expect([media.facts.get().screen, screen.readyState]).toEqual([null, 'ended']);
});

it('remembers which devices were chosen, and not those that are used in their place', async () => {
  const remembered: Partial<Wishes>[] = [];
  const media = new Media({}, (changed) => remembered.push(changed));
  await answered(media.open(both));
  await answered(media.choose('camera', 'back'));
  await media.choose('speaker', 'headset');
  gone = ['back'];
  tracks.at(-1)?.pullOut();
  await allowed();
  expect([remembered, media.facts.get().cameraId]).toEqual([[{ cameraId: 'back' }, { speakerId: 'headset' }], 'usual']);
});

it.each([true, false])('knows whether the browser gives devices at all: %s', (isSecure) => {
  vi.stubGlobal('isSecureContext', isSecure);
  expect(new Media().facts.get().isInsecure).toBe(!isSecure);
  vi.unstubAllGlobals();
});
