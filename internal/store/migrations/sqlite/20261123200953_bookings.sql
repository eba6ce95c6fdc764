-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_appointments" table
CREATE TABLE `new_appointments` (`id` text NOT NULL, `starts_at` integer NOT NULL, `ends_at` integer NOT NULL, `blocked_until` integer NOT NULL, `status` text NOT NULL, `live` bool NOT NULL, `hold_expires_at` integer NULL, `source` text NOT NULL, `note` text NOT NULL DEFAULT (''), `version` integer NOT NULL DEFAULT (1), `created_at` integer NOT NULL, `secret` text NULL, `join_token` text NULL, `room_name` text NOT NULL DEFAULT (''), `idempotency_key` text NULL, `request_digest` text NOT NULL DEFAULT (''), `holder_address` text NOT NULL DEFAULT (''), `branch_id` text NOT NULL, `customer_id` text NULL, `person_id` text NOT NULL, `service_id` text NOT NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `appointments_branches_branch` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE NO ACTION, CONSTRAINT `appointments_customers_appointments` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL, CONSTRAINT `appointments_persons_appointments` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `appointments_services_appointments` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE NO ACTION, CONSTRAINT `appointments_staff_appointments` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION, CONSTRAINT `appointment_hold_expires` CHECK ((status = 'HELD') = (hold_expires_at IS NOT NULL)), CONSTRAINT `appointment_length` CHECK (0 < ends_at - starts_at AND ends_at - starts_at <= 86400 AND 0 <= blocked_until - ends_at AND blocked_until - ends_at <= 86400));
-- copy rows from old table "appointments" to new temporary table "new_appointments"
INSERT INTO `new_appointments` (`id`, `starts_at`, `ends_at`, `blocked_until`, `status`, `live`, `hold_expires_at`, `source`, `note`, `version`, `created_at`, `branch_id`, `person_id`, `service_id`, `staff_id`) SELECT `id`, `starts_at`, `ends_at`, `blocked_until`, `status`, `live`, `hold_expires_at`, `source`, `note`, `version`, `created_at`, `branch_id`, `person_id`, `service_id`, `staff_id` FROM `appointments`;
-- drop "appointments" table after copying rows
DROP TABLE `appointments`;
-- rename temporary table "new_appointments" to "appointments"
ALTER TABLE `new_appointments` RENAME TO `appointments`;
-- create index "appointments_secret_key" to table: "appointments"
CREATE UNIQUE INDEX `appointments_secret_key` ON `appointments` (`secret`);
-- create index "appointments_join_token_key" to table: "appointments"
CREATE UNIQUE INDEX `appointments_join_token_key` ON `appointments` (`join_token`);
-- create index "appointments_idempotency_key_key" to table: "appointments"
CREATE UNIQUE INDEX `appointments_idempotency_key_key` ON `appointments` (`idempotency_key`);
-- create index "appointment_person_id_starts_at" to table: "appointments"
CREATE INDEX `appointment_person_id_starts_at` ON `appointments` (`person_id`, `starts_at`);
-- create index "appointment_branch_id_starts_at" to table: "appointments"
CREATE INDEX `appointment_branch_id_starts_at` ON `appointments` (`branch_id`, `starts_at`);
-- create index "appointment_customer_id" to table: "appointments"
CREATE INDEX `appointment_customer_id` ON `appointments` (`customer_id`);
-- create index "appointment_hold_expires_at" to table: "appointments"
CREATE INDEX `appointment_hold_expires_at` ON `appointments` (`hold_expires_at`);
-- add column "appointment_id" to table: "changes"
ALTER TABLE `changes` ADD COLUMN `appointment_id` text NULL;
-- create "new_staff" table
CREATE TABLE `new_staff` (`id` text NOT NULL, `first_name` text NOT NULL, `last_name` text NOT NULL DEFAULT (''), `display_name` text NOT NULL, `title` text NOT NULL DEFAULT (''), `email` text NOT NULL DEFAULT (''), `phone` text NOT NULL DEFAULT (''), `bio` text NOT NULL DEFAULT (''), `color` text NOT NULL, `role` text NOT NULL DEFAULT ('MEMBER'), `bookable_online` bool NOT NULL DEFAULT (true), `archived_at` integer NULL, `calendar_token_hash` text NULL, `person_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `staff_persons_profiles` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "staff" to new temporary table "new_staff"
INSERT INTO `new_staff` (`id`, `first_name`, `last_name`, `display_name`, `title`, `email`, `phone`, `bio`, `color`, `role`, `bookable_online`, `archived_at`, `person_id`) SELECT `id`, `first_name`, `last_name`, `display_name`, `title`, `email`, `phone`, `bio`, `color`, `role`, `bookable_online`, `archived_at`, `person_id` FROM `staff`;
-- drop "staff" table after copying rows
DROP TABLE `staff`;
-- rename temporary table "new_staff" to "staff"
ALTER TABLE `new_staff` RENAME TO `staff`;
-- create index "staff_calendar_token_hash_key" to table: "staff"
CREATE UNIQUE INDEX `staff_calendar_token_hash_key` ON `staff` (`calendar_token_hash`);
-- create index "staff_person_id" to table: "staff"
CREATE INDEX `staff_person_id` ON `staff` (`person_id`);
-- create "new_video_links" table
CREATE TABLE `new_video_links` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `provider` text NOT NULL, `url` text NOT NULL, `room` text NOT NULL, `room_per_appointment` bool NOT NULL DEFAULT (false), `person_id` text NOT NULL, `staff_id` text NOT NULL, CONSTRAINT `video_links_persons_video_links` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `video_links_staff_video_link` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "video_links" to new temporary table "new_video_links"
INSERT INTO `new_video_links` (`id`, `provider`, `url`, `room`, `person_id`, `staff_id`) SELECT `id`, `provider`, `url`, `room`, `person_id`, `staff_id` FROM `video_links`;
-- drop "video_links" table after copying rows
DROP TABLE `video_links`;
-- rename temporary table "new_video_links" to "video_links"
ALTER TABLE `new_video_links` RENAME TO `video_links`;
-- create index "video_links_staff_id_key" to table: "video_links"
CREATE UNIQUE INDEX `video_links_staff_id_key` ON `video_links` (`staff_id`);
-- create index "videolink_room" to table: "video_links"
CREATE INDEX `videolink_room` ON `video_links` (`room`);
-- create "customers" table
CREATE TABLE `customers` (`id` text NOT NULL, `name` text NOT NULL, `email` text NULL, `phone` text NOT NULL DEFAULT (''), `locale` text NOT NULL, `privacy_accepted_at` integer NULL, `marketing_accepted_at` integer NULL, `created_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "customers_email_key" to table: "customers"
CREATE UNIQUE INDEX `customers_email_key` ON `customers` (`email`);
-- create index "customer_name_id" to table: "customers"
CREATE INDEX `customer_name_id` ON `customers` (`name`, `id`);
-- create "mails" table
CREATE TABLE `mails` (`id` text NOT NULL, `kind` text NOT NULL, `appointment_version` integer NOT NULL, `due_at` integer NOT NULL, `state` text NOT NULL DEFAULT ('WAITING'), `attempts` integer NOT NULL DEFAULT (0), `lease` integer NOT NULL DEFAULT (0), `failure` text NOT NULL DEFAULT (''), `sent_at` integer NULL, `appointment_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `mails_appointments_mails` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE NO ACTION);
-- create index "mail_appointment_id_kind_appointment_version" to table: "mails"
CREATE UNIQUE INDEX `mail_appointment_id_kind_appointment_version` ON `mails` (`appointment_id`, `kind`, `appointment_version`);
-- create index "mail_state_due_at" to table: "mails"
CREATE INDEX `mail_state_due_at` ON `mails` (`state`, `due_at`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
