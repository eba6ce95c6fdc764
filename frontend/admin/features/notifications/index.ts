export { NotificationSettings } from './notification_settings';
export { SoundSwitch } from './sound_switch';
