/**
 * The call of a consultation, without any framework and without GraphQL. A page makes a {@link Media} and a {@link Session} with a transport of
 * its own, and shows their facts.
 */
export type { Line, RemoteMedia } from './conversation';
export { DeviceOfTab } from './device_of_tab';
export { canChooseSpeaker, canShareScreen, Media, type MediaFacts, type Substitute } from './media';
export { mediaOfTab } from './media_of_tab';
export { type Device, type DeviceState, problemsOf } from './media_state';
export { Observable } from './observable';
export type { PeerState } from './peer';
export { drawnPhoto } from './photo';
export { longestText, photoFormats } from './written';
export type { Quality } from './quality';
export type { Place, SessionFacts, SessionOptions } from './session';
export { Session } from './session';
export * from './transport';
