-- +goose Up
-- create "removed_absences" table
CREATE TABLE `removed_absences` (`id` text NOT NULL, `kind` text NOT NULL, `note` text NOT NULL DEFAULT (''), `first_day` text NULL, `last_day` text NULL, `starts_at` integer NULL, `ends_at` integer NULL, `request_id` text NULL, `expires_at` integer NOT NULL, `person_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `removed_absences_persons_restorable_absences` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `removed_absence_in_days_or_times` CHECK ((first_day <= last_day AND starts_at IS NULL AND ends_at IS NULL) OR (starts_at < ends_at AND first_day IS NULL AND last_day IS NULL)));
-- create index "removedabsence_person_id" to table: "removed_absences"
CREATE INDEX `removedabsence_person_id` ON `removed_absences` (`person_id`);
-- create index "removedabsence_expires_at" to table: "removed_absences"
CREATE INDEX `removedabsence_expires_at` ON `removed_absences` (`expires_at`);
-- drop index "mail_appointment_sent_once" from table: "mails"
DROP INDEX `mail_appointment_sent_once`;
-- add column "notified_id" to table: "mails"
ALTER TABLE `mails` ADD COLUMN `notified_id` text NOT NULL DEFAULT ('');
-- create index "mail_appointment_sent_once" to table: "mails"
CREATE UNIQUE INDEX `mail_appointment_sent_once` ON `mails` (`appointment_id`, `kind`, `appointment_version`, `occasion`, `lead_minutes`, `notified_id`);
-- create "notification_settings" table
CREATE TABLE `notification_settings` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `kind` text NOT NULL, `by_email` bool NOT NULL, `locale` text NOT NULL, `staff_id` text NOT NULL, CONSTRAINT `notification_settings_staff_notification_settings` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE);
-- create index "notificationsetting_staff_id_kind" to table: "notification_settings"
CREATE UNIQUE INDEX `notificationsetting_staff_id_kind` ON `notification_settings` (`staff_id`, `kind`);
