export { appointmentOutcomeSet } from './appointment_changes';
export { RoomActions } from './room_actions';
export { StartCall } from './start_call';
export { useNow } from './use_now';
