-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_audit_entries" table
CREATE TABLE `new_audit_entries` (`id` text NOT NULL, `at` integer NOT NULL, `actor` text NOT NULL DEFAULT ('UNKNOWN'), `staff_id` text NULL, `token_id` text NULL, `action` text NOT NULL, `subject_id` text NOT NULL, `before` json NULL, `after` json NULL, PRIMARY KEY (`id`));
-- copy rows from old table "audit_entries" to new temporary table "new_audit_entries"
INSERT INTO `new_audit_entries` (`id`, `at`, `action`, `subject_id`, `before`, `after`) SELECT `id`, `at`, `action`, `subject_id`, `before`, `after` FROM `audit_entries`;
-- drop "audit_entries" table after copying rows
DROP TABLE `audit_entries`;
-- rename temporary table "new_audit_entries" to "audit_entries"
ALTER TABLE `new_audit_entries` RENAME TO `audit_entries`;
-- create index "auditentry_at_id" to table: "audit_entries"
CREATE INDEX `auditentry_at_id` ON `audit_entries` (`at`, `id`);
-- create index "auditentry_subject_id_at" to table: "audit_entries"
CREATE INDEX `auditentry_subject_id_at` ON `audit_entries` (`subject_id`, `at`);
-- create index "auditentry_staff_id_at" to table: "audit_entries"
CREATE INDEX `auditentry_staff_id_at` ON `audit_entries` (`staff_id`, `at`);
-- create "new_mails" table
CREATE TABLE `new_mails` (`id` text NOT NULL, `kind` text NOT NULL, `appointment_version` integer NOT NULL DEFAULT (0), `due_at` integer NOT NULL, `state` text NOT NULL DEFAULT ('WAITING'), `attempts` integer NOT NULL DEFAULT (0), `lease` integer NOT NULL DEFAULT (0), `failure` text NOT NULL DEFAULT (''), `sent_at` integer NULL, `appointment_id` text NULL, `staff_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `mails_appointments_mails` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE CASCADE, CONSTRAINT `mails_staff_mails` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE, CONSTRAINT `mail_is_about_one_thing` CHECK ((appointment_id IS NULL) <> (staff_id IS NULL)));
-- copy rows from old table "mails" to new temporary table "new_mails"
INSERT INTO `new_mails` (`id`, `kind`, `appointment_version`, `due_at`, `state`, `attempts`, `lease`, `failure`, `sent_at`, `appointment_id`) SELECT `id`, `kind`, IFNULL(`appointment_version`, (0)) AS `appointment_version`, `due_at`, `state`, `attempts`, `lease`, `failure`, `sent_at`, `appointment_id` FROM `mails`;
-- drop "mails" table after copying rows
DROP TABLE `mails`;
-- rename temporary table "new_mails" to "mails"
ALTER TABLE `new_mails` RENAME TO `mails`;
-- create index "mail_appointment_id_kind_appointment_version" to table: "mails"
CREATE UNIQUE INDEX `mail_appointment_id_kind_appointment_version` ON `mails` (`appointment_id`, `kind`, `appointment_version`);
-- create index "mail_state_due_at" to table: "mails"
CREATE INDEX `mail_state_due_at` ON `mails` (`state`, `due_at`);
-- create index "mail_staff_id" to table: "mails"
CREATE INDEX `mail_staff_id` ON `mails` (`staff_id`);
-- create "api_tokens" table
CREATE TABLE `api_tokens` (`id` text NOT NULL, `secret_hash` text NOT NULL, `name` text NOT NULL, `role` text NOT NULL, `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `last_used_at` integer NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `api_tokens_staff_api_tokens` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION);
-- create index "api_tokens_secret_hash_key" to table: "api_tokens"
CREATE UNIQUE INDEX `api_tokens_secret_hash_key` ON `api_tokens` (`secret_hash`);
-- create index "apitoken_staff_id" to table: "api_tokens"
CREATE INDEX `apitoken_staff_id` ON `api_tokens` (`staff_id`);
-- create "access_links" table
CREATE TABLE `access_links` (`id` text NOT NULL, `secret_hash` text NOT NULL, `expires_at` integer NOT NULL, `staff_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `access_links_staff_access_links` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE);
-- create index "access_links_secret_hash_key" to table: "access_links"
CREATE UNIQUE INDEX `access_links_secret_hash_key` ON `access_links` (`secret_hash`);
-- create index "accesslink_staff_id" to table: "access_links"
CREATE INDEX `accesslink_staff_id` ON `access_links` (`staff_id`);
-- create "accounts" table
CREATE TABLE `accounts` (`id` text NOT NULL, `email` text NOT NULL, `password_hash` text NOT NULL DEFAULT (''), `password_set_at` integer NULL, `pin_hash` text NOT NULL DEFAULT (''), `pin_set_at` integer NULL, `pin_failures` integer NOT NULL DEFAULT (0), `pin_locked_until` integer NULL, `created_at` integer NOT NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `accounts_staff_account` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION);
-- create index "accounts_email_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_email_key` ON `accounts` (`email`);
-- create index "accounts_staff_id_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_staff_id_key` ON `accounts` (`staff_id`);
-- create "devices" table
CREATE TABLE `devices` (`id` text NOT NULL, `secret_hash` text NOT NULL, `name` text NOT NULL, `enrolled_at` integer NOT NULL, `branch_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `devices_branches_branch` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE NO ACTION);
-- create index "devices_secret_hash_key" to table: "devices"
CREATE UNIQUE INDEX `devices_secret_hash_key` ON `devices` (`secret_hash`);
-- create index "device_branch_id" to table: "devices"
CREATE INDEX `device_branch_id` ON `devices` (`branch_id`);
-- create "sessions" table
CREATE TABLE `sessions` (`id` text NOT NULL, `secret_hash` text NOT NULL, `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `device_id` text NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `sessions_devices_sessions` FOREIGN KEY (`device_id`) REFERENCES `devices` (`id`) ON DELETE CASCADE, CONSTRAINT `sessions_staff_sessions` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION);
-- create index "sessions_secret_hash_key" to table: "sessions"
CREATE UNIQUE INDEX `sessions_secret_hash_key` ON `sessions` (`secret_hash`);
-- create index "session_staff_id" to table: "sessions"
CREATE INDEX `session_staff_id` ON `sessions` (`staff_id`);
-- create index "session_device_id" to table: "sessions"
CREATE INDEX `session_device_id` ON `sessions` (`device_id`);
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX `session_expires_at` ON `sessions` (`expires_at`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
