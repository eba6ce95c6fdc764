export { appointmentOutcomeSet, roomAdmit, roomDelay } from './appointment_changes';
export { appointmentUpdate } from './appointment_update';
export { CustomerCard } from './customer_card';
export { OutcomeChoice } from './outcome_choice';
export { RoomActions } from './room_actions';
export { longerDelay } from './room_entry';
export { StartCall } from './start_call';
export { useNow } from './use_now';
export { useWaitingText } from './waiting_sign';
