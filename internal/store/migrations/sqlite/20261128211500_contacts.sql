-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_branches" table
CREATE TABLE `new_branches` (`id` text NOT NULL, `name` text NOT NULL, `slug` text NOT NULL, `time_zone` text NOT NULL, `locale` text NOT NULL, `street` text NOT NULL DEFAULT (''), `postal_code` text NOT NULL DEFAULT (''), `city` text NOT NULL DEFAULT (''), `country` text NOT NULL DEFAULT (''), `email` text NOT NULL DEFAULT (''), `phone` text NOT NULL DEFAULT (''), `start_interval_minutes` integer NOT NULL DEFAULT (15), `lead_time_minutes` integer NOT NULL DEFAULT (60), `horizon_days` integer NOT NULL DEFAULT (90), `cancellation_period_minutes` integer NOT NULL DEFAULT (1440), `hold_minutes` integer NOT NULL DEFAULT (10), `open_bookings_per_address` integer NOT NULL DEFAULT (3), `confirm_bookings` text NOT NULL DEFAULT ('OFF'), `change_sequence` integer NOT NULL DEFAULT (0), PRIMARY KEY (`id`), CONSTRAINT `branch_rules_in_range` CHECK (start_interval_minutes > 0 AND lead_time_minutes >= 0 AND horizon_days >= 0 AND cancellation_period_minutes >= 0 AND hold_minutes > 0));
-- copy rows from old table "branches" to new temporary table "new_branches"
INSERT INTO `new_branches` (`id`, `name`, `slug`, `time_zone`, `locale`, `street`, `postal_code`, `city`, `country`, `email`, `phone`, `start_interval_minutes`, `lead_time_minutes`, `horizon_days`, `cancellation_period_minutes`, `hold_minutes`, `change_sequence`) SELECT `id`, `name`, `slug`, `time_zone`, `locale`, `street`, `postal_code`, `city`, `country`, `email`, `phone`, `start_interval_minutes`, `lead_time_minutes`, `horizon_days`, `cancellation_period_minutes`, `hold_minutes`, `change_sequence` FROM `branches`;
-- drop "branches" table after copying rows
DROP TABLE `branches`;
-- rename temporary table "new_branches" to "branches"
ALTER TABLE `new_branches` RENAME TO `branches`;
-- create index "branches_slug_key" to table: "branches"
CREATE UNIQUE INDEX `branches_slug_key` ON `branches` (`slug`);
-- add column "confirmed_at" to table: "customers"
ALTER TABLE `customers` ADD COLUMN `confirmed_at` integer NULL;
-- Staff entered these, or met them.
UPDATE `customers` SET `confirmed_at` = `created_at` WHERE EXISTS (
  SELECT 1 FROM `appointments` a WHERE a.`customer_id` = `customers`.`id` AND (a.`source` = 'STAFF' OR a.`status` = 'COMPLETED'));
-- create "new_appointments" table
CREATE TABLE `new_appointments` (`id` text NOT NULL, `starts_at` integer NOT NULL, `ends_at` integer NOT NULL, `blocked_until` integer NOT NULL, `status` text NOT NULL, `live` bool NOT NULL, `hold_expires_at` integer NULL, `source` text NOT NULL, `note` text NOT NULL DEFAULT (''), `contact_name` text NOT NULL DEFAULT (''), `contact_email` text NOT NULL DEFAULT (''), `contact_phone` text NOT NULL DEFAULT (''), `contact_locale` text NULL, `contact_accepts_marketing` bool NOT NULL DEFAULT (false), `contact_confirmed_at` integer NULL, `version` integer NOT NULL DEFAULT (1), `created_at` integer NOT NULL, `secret` text NULL, `join_token` text NULL, `room_name` text NOT NULL DEFAULT (''), `room_admitted_at` integer NULL, `room_delayed_until` integer NULL, `idempotency_key` text NULL, `request_digest` text NOT NULL DEFAULT (''), `held_since` integer NULL, `holder_address` text NOT NULL DEFAULT (''), `branch_id` text NOT NULL, `customer_id` text NULL, `person_id` text NOT NULL, `service_id` text NOT NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `appointments_branches_branch` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE NO ACTION, CONSTRAINT `appointments_customers_appointments` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL, CONSTRAINT `appointments_persons_appointments` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `appointments_services_appointments` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE NO ACTION, CONSTRAINT `appointments_staff_appointments` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION, CONSTRAINT `appointment_hold_expires` CHECK ((status = 'HELD') = (hold_expires_at IS NOT NULL)), CONSTRAINT `appointment_length` CHECK (0 < ends_at - starts_at AND ends_at - starts_at <= 86400 AND 0 <= blocked_until - ends_at AND blocked_until - ends_at <= 86400));
-- copy rows from old table "appointments" to new temporary table "new_appointments", with what was written at each booking; who owns the address is not known of any
INSERT INTO `new_appointments` (`id`, `starts_at`, `ends_at`, `blocked_until`, `status`, `live`, `hold_expires_at`, `source`, `note`, `version`, `created_at`, `secret`, `join_token`, `room_name`, `room_admitted_at`, `room_delayed_until`, `idempotency_key`, `request_digest`, `holder_address`, `branch_id`, `customer_id`, `person_id`, `service_id`, `staff_id`, `contact_name`, `contact_email`, `contact_phone`, `contact_locale`, `held_since`) SELECT a.`id`, a.`starts_at`, a.`ends_at`, a.`blocked_until`, a.`status`, a.`live`, a.`hold_expires_at`, a.`source`, a.`note`, a.`version`, a.`created_at`, a.`secret`, a.`join_token`, a.`room_name`, a.`room_admitted_at`, a.`room_delayed_until`, a.`idempotency_key`, a.`request_digest`, a.`holder_address`, a.`branch_id`, a.`customer_id`, a.`person_id`, a.`service_id`, a.`staff_id`, COALESCE(NULLIF(a.`guest_name`, ''), c.`name`, ''), COALESCE(c.`email`, ''), COALESCE(NULLIF(a.`guest_phone`, ''), c.`phone`, ''), c.`locale`, CASE a.`status` WHEN 'HELD' THEN a.`created_at` END FROM `appointments` a LEFT JOIN `customers` c ON c.`id` = a.`customer_id`;
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
-- create index "appointment_contact_email_starts_at" to table: "appointments"
CREATE INDEX `appointment_contact_email_starts_at` ON `appointments` (`contact_email`, `starts_at`);
-- create index "appointment_hold_expires_at" to table: "appointments"
CREATE INDEX `appointment_hold_expires_at` ON `appointments` (`hold_expires_at`);
-- create "new_mails" table
CREATE TABLE `new_mails` (`id` text NOT NULL, `kind` text NOT NULL, `access_changes` json NULL, `recipient` text NOT NULL DEFAULT (''), `appointment_version` integer NOT NULL DEFAULT (0), `limited` bool NOT NULL DEFAULT (false), `due_at` integer NOT NULL, `state` text NOT NULL DEFAULT ('WAITING'), `attempts` integer NOT NULL DEFAULT (0), `lease` integer NOT NULL DEFAULT (0), `failure` text NOT NULL DEFAULT (''), `sent_at` integer NULL, `appointment_id` text NULL, `staff_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `mails_appointments_mails` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE CASCADE, CONSTRAINT `mails_staff_mails` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE, CONSTRAINT `mail_is_about_one_thing` CHECK ((appointment_id IS NULL) <> (staff_id IS NULL)));
-- copy rows from old table "mails" to new temporary table "new_mails"
INSERT INTO `new_mails` (`id`, `kind`, `access_changes`, `recipient`, `appointment_version`, `due_at`, `state`, `attempts`, `lease`, `failure`, `sent_at`, `appointment_id`, `staff_id`) SELECT `id`, `kind`, `access_changes`, `recipient`, `appointment_version`, `due_at`, `state`, `attempts`, `lease`, `failure`, `sent_at`, `appointment_id`, `staff_id` FROM `mails`;
-- drop "mails" table after copying rows
DROP TABLE `mails`;
-- rename temporary table "new_mails" to "mails"
ALTER TABLE `new_mails` RENAME TO `mails`;
-- create index "mail_appointment_id_kind_appointment_version" to table: "mails"
CREATE UNIQUE INDEX `mail_appointment_id_kind_appointment_version` ON `mails` (`appointment_id`, `kind`, `appointment_version`);
-- create index "mail_state_due_at_id" to table: "mails"
CREATE INDEX `mail_state_due_at_id` ON `mails` (`state`, `due_at`, `id`);
-- create index "mail_due_at_id" to table: "mails"
CREATE INDEX `mail_due_at_id` ON `mails` (`due_at`, `id`);
-- create index "mail_staff_id" to table: "mails"
CREATE INDEX `mail_staff_id` ON `mails` (`staff_id`);
-- create "confirmation_links" table
CREATE TABLE `confirmation_links` (`id` text NOT NULL, `appointment_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `confirmation_links_appointments_confirmation_links` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE CASCADE);
-- create index "confirmationlink_appointment_id" to table: "confirmation_links"
CREATE INDEX `confirmationlink_appointment_id` ON `confirmation_links` (`appointment_id`);
-- create "mail_quota" table
CREATE TABLE `mail_quota` (`id` text NOT NULL, `began_at` integer NOT NULL, `count` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "mailquota_began_at" to table: "mail_quota"
CREATE INDEX `mailquota_began_at` ON `mail_quota` (`began_at`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
