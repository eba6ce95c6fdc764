-- +goose Up
-- Branches that exist remind customers 48 and 2 hours before, like new ones. Reminders that are planned stay as they are, 24 hours before, until
-- the appointment is moved or the branch changes its leads.
-- The tables are not built anew, unlike by the planned migration.
ALTER TABLE `appointments` ADD COLUMN `contact_time_zone` text NOT NULL DEFAULT ('');
ALTER TABLE `branches` ADD COLUMN `reminder_lead_minutes` json NOT NULL DEFAULT '[2880, 120]';
ALTER TABLE `mails` ADD COLUMN `lead_minutes` integer NOT NULL DEFAULT (0);
ALTER TABLE `mails` ADD COLUMN `moved_from_start` integer NULL;
ALTER TABLE `mails` ADD COLUMN `moved_from_staff_id` text NOT NULL DEFAULT ('');
UPDATE `mails` SET `lead_minutes` = 1440 WHERE `kind` = 'REMINDER';
DROP INDEX `mail_appointment_sent_once`;
CREATE UNIQUE INDEX `mail_appointment_sent_once` ON `mails` (`appointment_id`, `kind`, `appointment_version`, `occasion`, `lead_minutes`);
-- create "mail_texts" table
CREATE TABLE `mail_texts` (`id` text NOT NULL, `kind` text NOT NULL, `locale` text NOT NULL, `subject` text NOT NULL DEFAULT (''), `opening` text NOT NULL DEFAULT (''), `closing` text NOT NULL DEFAULT (''), `version` integer NOT NULL DEFAULT (1), `branch_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `mail_texts_branches_mail_texts` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE NO ACTION);
-- create index "mailtext_branch_id_kind_locale" to table: "mail_texts"
CREATE UNIQUE INDEX `mailtext_branch_id_kind_locale` ON `mail_texts` (`branch_id`, `kind`, `locale`);
