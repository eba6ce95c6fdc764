import { isInCall } from './call_lock';

/** In hertz: quiet and short, one after the other. */
const tones = [660, 880] as const;
const loudness = 0.06;
/** In seconds. */
const length = 0.35;

/** Plays a quiet sound once, unless the device is in a call, another page of this browser plays it, or the browser forbids sound so far. */
export async function ring(about: string): Promise<void> {
  const { userActivation, locks } = navigator;
  if (!('AudioContext' in window) || (userActivation && !userActivation.hasBeenActive) || (await isInCall())) {
    return;
  }
  if (!locks) {
    await play();
    return;
  }
  await locks.request(`visavis sound ${about}`, { ifAvailable: true }, async (lock) => {
    if (lock) {
      await play();
    }
  });
}

async function play(): Promise<void> {
  const context = new AudioContext();
  if (context.state === 'running') {
    await Promise.all(
      tones.map((frequency, index) => {
        const tone = context.createOscillator();
        const volume = context.createGain();
        const from = context.currentTime + index * length;
        tone.frequency.value = frequency;
        volume.gain.setValueAtTime(loudness, from);
        volume.gain.exponentialRampToValueAtTime(0.0001, from + length);
        tone.connect(volume).connect(context.destination);
        tone.start(from);
        tone.stop(from + length);
        return new Promise((resolve) => tone.addEventListener('ended', resolve));
      }),
    );
  }
  await context.close();
}
