export { CalendarFeed } from './calendar_feed';
export { PastePeople } from './paste_people';
