export { OwnRoomButton } from './own_room_button';
export { VideoCallsTab } from './video_calls_tab';
