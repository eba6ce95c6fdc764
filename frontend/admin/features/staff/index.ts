export { CalendarFeed } from './calendar_feed';
