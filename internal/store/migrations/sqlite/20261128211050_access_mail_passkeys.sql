-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_mails" table
CREATE TABLE `new_mails` (`id` text NOT NULL, `kind` text NOT NULL, `access_changes` json NULL, `recipient` text NOT NULL DEFAULT (''), `appointment_version` integer NOT NULL DEFAULT (0), `due_at` integer NOT NULL, `state` text NOT NULL DEFAULT ('WAITING'), `attempts` integer NOT NULL DEFAULT (0), `lease` integer NOT NULL DEFAULT (0), `failure` text NOT NULL DEFAULT (''), `sent_at` integer NULL, `appointment_id` text NULL, `staff_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `mails_appointments_mails` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE CASCADE, CONSTRAINT `mails_staff_mails` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE, CONSTRAINT `mail_is_about_one_thing` CHECK ((appointment_id IS NULL) <> (staff_id IS NULL)));
-- copy rows from old table "mails" to new temporary table "new_mails"
INSERT INTO `new_mails` (`id`, `kind`, `appointment_version`, `due_at`, `state`, `attempts`, `lease`, `failure`, `sent_at`, `appointment_id`, `staff_id`) SELECT `id`, `kind`, `appointment_version`, `due_at`, `state`, `attempts`, `lease`, `failure`, `sent_at`, `appointment_id`, `staff_id` FROM `mails`;
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
-- create "new_accounts" table
CREATE TABLE `new_accounts` (`id` text NOT NULL, `email` text NULL, `password_hash` text NOT NULL DEFAULT (''), `password_set_at` integer NULL, `passkey_required` bool NOT NULL DEFAULT (false), `pin_hash` text NOT NULL DEFAULT (''), `pin_set_at` integer NULL, `pin_failures` integer NOT NULL DEFAULT (0), `pin_locked_until` integer NULL, `created_at` integer NOT NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `accounts_staff_account` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "accounts" to new temporary table "new_accounts"
INSERT INTO `new_accounts` (`id`, `email`, `password_hash`, `password_set_at`, `pin_hash`, `pin_set_at`, `pin_failures`, `pin_locked_until`, `created_at`, `staff_id`) SELECT `id`, `email`, `password_hash`, `password_set_at`, `pin_hash`, `pin_set_at`, `pin_failures`, `pin_locked_until`, `created_at`, `staff_id` FROM `accounts`;
-- drop "accounts" table after copying rows
DROP TABLE `accounts`;
-- rename temporary table "new_accounts" to "accounts"
ALTER TABLE `new_accounts` RENAME TO `accounts`;
-- create index "accounts_staff_id_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_staff_id_key` ON `accounts` (`staff_id`);
-- create index "accounts_email_key" to table: "accounts"
CREATE UNIQUE INDEX `accounts_email_key` ON `accounts` (`email`);
-- create "new_sessions" table
CREATE TABLE `new_sessions` (`id` text NOT NULL, `secret_hash` text NOT NULL, `weak_pin` bool NOT NULL DEFAULT (false), `confirmed_at` integer NULL, `browser` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `last_used_at` integer NULL, `expires_at` integer NOT NULL, `device_id` text NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `sessions_devices_sessions` FOREIGN KEY (`device_id`) REFERENCES `devices` (`id`) ON DELETE CASCADE, CONSTRAINT `sessions_staff_sessions` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "sessions" to new temporary table "new_sessions"
INSERT INTO `new_sessions` (`id`, `secret_hash`, `weak_pin`, `confirmed_at`, `created_at`, `expires_at`, `device_id`, `staff_id`) SELECT `id`, `secret_hash`, `weak_pin`, `confirmed_at`, `created_at`, `expires_at`, `device_id`, `staff_id` FROM `sessions`;
-- drop "sessions" table after copying rows
DROP TABLE `sessions`;
-- rename temporary table "new_sessions" to "sessions"
ALTER TABLE `new_sessions` RENAME TO `sessions`;
-- create index "sessions_secret_hash_key" to table: "sessions"
CREATE UNIQUE INDEX `sessions_secret_hash_key` ON `sessions` (`secret_hash`);
-- create index "session_staff_id" to table: "sessions"
CREATE INDEX `session_staff_id` ON `sessions` (`staff_id`);
-- create index "session_device_id" to table: "sessions"
CREATE INDEX `session_device_id` ON `sessions` (`device_id`);
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX `session_expires_at` ON `sessions` (`expires_at`);
-- create "passkeys" table
CREATE TABLE `passkeys` (`id` text NOT NULL, `credential_id` text NOT NULL, `credential` blob NOT NULL, `name` text NOT NULL, `created_at` integer NOT NULL, `last_used_at` integer NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `passkeys_staff_passkeys` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION);
-- create index "passkeys_credential_id_key" to table: "passkeys"
CREATE UNIQUE INDEX `passkeys_credential_id_key` ON `passkeys` (`credential_id`);
-- create index "passkey_staff_id" to table: "passkeys"
CREATE INDEX `passkey_staff_id` ON `passkeys` (`staff_id`);
-- create "passkey_challenges" table
CREATE TABLE `passkey_challenges` (`id` text NOT NULL, `challenge_hash` text NOT NULL, `purpose` text NOT NULL, `session` blob NOT NULL, `expires_at` integer NOT NULL, `staff_id` text NULL, PRIMARY KEY (`id`), CONSTRAINT `passkey_challenges_staff_passkey_challenges` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE);
-- create index "passkey_challenges_challenge_hash_key" to table: "passkey_challenges"
CREATE UNIQUE INDEX `passkey_challenges_challenge_hash_key` ON `passkey_challenges` (`challenge_hash`);
-- create index "passkeychallenge_expires_at" to table: "passkey_challenges"
CREATE INDEX `passkeychallenge_expires_at` ON `passkey_challenges` (`expires_at`);
-- create index "passkeychallenge_staff_id" to table: "passkey_challenges"
CREATE INDEX `passkeychallenge_staff_id` ON `passkey_challenges` (`staff_id`);
-- create "recovery_codes" table
CREATE TABLE `recovery_codes` (`id` text NOT NULL, `code_hash` text NOT NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `recovery_codes_staff_recovery_codes` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION);
-- create index "recovery_codes_code_hash_key" to table: "recovery_codes"
CREATE UNIQUE INDEX `recovery_codes_code_hash_key` ON `recovery_codes` (`code_hash`);
-- create index "recoverycode_staff_id" to table: "recovery_codes"
CREATE INDEX `recoverycode_staff_id` ON `recovery_codes` (`staff_id`);
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
