export { NotificationSettings } from './notification_settings';
