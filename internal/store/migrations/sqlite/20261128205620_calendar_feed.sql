-- +goose Up
-- create "calendar_feeds" table
CREATE TABLE `calendar_feeds` (`id` text NOT NULL, `secret_hash` text NOT NULL, `person_id` text NOT NULL, `maker_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `calendar_feeds_persons_calendar_feed` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `calendar_feeds_staff_made_calendar_feeds` FOREIGN KEY (`maker_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION);
-- create index "calendar_feeds_secret_hash_key" to table: "calendar_feeds"
CREATE UNIQUE INDEX `calendar_feeds_secret_hash_key` ON `calendar_feeds` (`secret_hash`);
-- create index "calendar_feeds_person_id_key" to table: "calendar_feeds"
CREATE UNIQUE INDEX `calendar_feeds_person_id_key` ON `calendar_feeds` (`person_id`);
-- create index "calendarfeed_maker_id" to table: "calendar_feeds"
CREATE INDEX `calendarfeed_maker_id` ON `calendar_feeds` (`maker_id`);
-- A feed belongs to a person: of several, that of the first profile stays. Feeds of profiles below another of the person end.
INSERT INTO calendar_feeds (id, person_id, maker_id, secret_hash)
SELECT 'fed_' || substr(s.id, 5), s.person_id, s.id, s.calendar_token_hash FROM staff s
WHERE s.calendar_token_hash IS NOT NULL AND s.archived_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM staff o WHERE o.person_id = s.person_id AND o.id <> s.id AND (
    (CASE o.role WHEN 'OWNER' THEN 3 WHEN 'MANAGER' THEN 2 ELSE 1 END) > (CASE s.role WHEN 'OWNER' THEN 3 WHEN 'MANAGER' THEN 2 ELSE 1 END)
    OR (o.calendar_token_hash IS NOT NULL AND o.archived_at IS NULL AND o.role = s.role AND o.id < s.id)));
-- drop index "staff_calendar_token_hash_key" from table: "staff"
DROP INDEX `staff_calendar_token_hash_key`;
-- modify "staff" table
ALTER TABLE `staff` DROP COLUMN `calendar_token_hash`;
