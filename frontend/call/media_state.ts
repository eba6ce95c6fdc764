/** Why a camera or microphone sends nothing: switched off, forbidden, not there, or used by another program. */
export type DeviceState = 'ON' | 'OFF' | 'DENIED' | 'MISSING' | 'BUSY';

/** A camera or microphone that is wanted and sends nothing, and why. */
export interface DeviceProblem {
  kind: 'camera' | 'microphone';
  state: Exclude<DeviceState, 'ON' | 'OFF'>;
}

/** Returns what is wrong with camera and microphone, as far as they are wanted. */
export function problemsOf({ camera, microphone, wantsCamera }: { camera: DeviceState; microphone: DeviceState; wantsCamera: boolean }): DeviceProblem[] {
  const states = [...(wantsCamera ? [['camera', camera] as const] : []), ['microphone', microphone] as const];
  return states.flatMap(([kind, state]) => (state === 'ON' || state === 'OFF' ? [] : [{ kind, state }]));
}

/** Returns the state of a device that could not be opened, by the error of the browser. */
export function stateAfter(error: unknown): Exclude<DeviceState, 'ON' | 'OFF'> {
  switch ((error as { name?: string } | null)?.name) {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'DENIED';
    case 'NotReadableError':
    case 'AbortError':
      return 'BUSY';
    default:
      return 'MISSING';
  }
}

/** Cameras and microphones of the device, as far as it tells. */
export interface Device {
  id: string;
  /** Empty until access was allowed. */
  label: string;
}

/** Returns the camera that faces the other way; undefined if there is only one. Phones name them so in no common way, so that they take turns. */
export function cameraAfter(cameras: readonly Device[], currentId: string | undefined): Device | undefined {
  const index = cameras.findIndex(({ id }) => id === currentId);
  return cameras.length > 1 ? cameras[(index + 1) % cameras.length] : undefined;
}
