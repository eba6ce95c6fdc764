-- +goose Up
-- create "absence_requests" table
CREATE TABLE `absence_requests` (`id` text NOT NULL, `kind` text NOT NULL, `note` text NOT NULL DEFAULT (''), `first_day` text NULL, `last_day` text NULL, `starts_at` integer NULL, `ends_at` integer NULL, `created_at` integer NOT NULL, `state` text NOT NULL DEFAULT ('OPEN'), `answer` text NOT NULL DEFAULT (''), `answered_at` integer NULL, `answered_by` text NULL, `absence_id` text NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `absence_requests_staff_absence_requests` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE, CONSTRAINT `absence_request_approved_as_absence` CHECK (absence_id IS NULL OR state = 'APPROVED'), CONSTRAINT `absence_request_in_days_or_times` CHECK ((first_day <= last_day AND starts_at IS NULL AND ends_at IS NULL) OR (starts_at < ends_at AND first_day IS NULL AND last_day IS NULL)));
-- create index "absencerequest_staff_id" to table: "absence_requests"
CREATE INDEX `absencerequest_staff_id` ON `absence_requests` (`staff_id`);
-- create index "absencerequest_state_created_at_id" to table: "absence_requests"
CREATE INDEX `absencerequest_state_created_at_id` ON `absence_requests` (`state`, `created_at`, `id`);
-- create index "absencerequest_absence_id" to table: "absence_requests"
CREATE UNIQUE INDEX `absencerequest_absence_id` ON `absence_requests` (`absence_id`) WHERE absence_id IS NOT NULL;
