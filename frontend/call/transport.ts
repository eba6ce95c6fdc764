/** Sides of a call, as `RoomRole` of the API. */
export type Side = 'CUSTOMER' | 'STAFF';

/** A device in a room. */
export interface Participant {
  id: string;
  role: Side;
}

/** As `ConsultationRoomState` of the API. */
export type RoomState = 'CLOSED' | 'OPEN' | 'WAITING' | 'IN_CALL' | 'ENDED' | 'CANCELLED';

/** What a session needs to know of a room. Pages ask for more, and get it back. */
export interface RoomFacts {
  state: RoomState;
  own: boolean;
  participants: readonly Participant[];
}

export interface Signal {
  senderId: string;
  payload: string;
}

export interface RoomEvent<Room extends RoomFacts> {
  /** Position after its signals. */
  id: string;
  room: Room;
  signals: readonly Signal[];
}

/** What `roomEnter` answers: either what the device needs, or why it is refused. */
export type Entry<Room extends RoomFacts> =
  | { room: Room; participant: Participant; relays: RTCIceServer[]; refused?: undefined }
  | { refused: { code: string; message: string } };

/** What became of a signal: it is stored, the server wants none like it, or fewer of them. */
export type Delivery = 'SENT' | 'REFUSED' | 'TOO_MANY';

export interface Following {
  stop(): void;
  /** Connects anew at once: the network may be another. */
  hurry(): void;
}

export interface Follower<Room extends RoomFacts> {
  /** The own device, which is kept present and gets its signals; null: only the room is followed. */
  participantId: string | null;
  /** Returns the position after which signals are heard; null: all. Asked each time that the transport connects. */
  after(): string | null;
  hear(event: RoomEvent<Room>): void;
  /** Called when events begin or cease to arrive. */
  setLive(isLive: boolean): void;
}

/** The API as a session uses it. Promises are rejected if the server cannot be reached. */
export interface RoomTransport<Room extends RoomFacts> {
  enter(input: { takeOver: boolean; deviceKey: string }): Promise<Entry<Room>>;
  /** Leaves, also if the page is closed at once. */
  leave(participantId: string): void;
  signal(input: { senderId: string; recipientId: string; payload: string }): Promise<Delivery>;
  /** Follows the room, and connects again by itself, until it is stopped. */
  follow(follower: Follower<Room>): Following;
}
