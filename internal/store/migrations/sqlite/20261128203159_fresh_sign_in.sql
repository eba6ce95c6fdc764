-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_sessions" table
CREATE TABLE `new_sessions` (`id` text NOT NULL, `secret_hash` text NOT NULL, `weak_pin` bool NOT NULL DEFAULT (false), `confirmed_at` integer NULL, `created_at` integer NOT NULL, `expires_at` integer NOT NULL, `device_id` text NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `sessions_devices_sessions` FOREIGN KEY (`device_id`) REFERENCES `devices` (`id`) ON DELETE CASCADE, CONSTRAINT `sessions_staff_sessions` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION);
-- copy rows from old table "sessions" to new temporary table "new_sessions"
INSERT INTO `new_sessions` (`id`, `secret_hash`, `created_at`, `expires_at`, `device_id`, `staff_id`) SELECT `id`, `secret_hash`, `created_at`, `expires_at`, `device_id`, `staff_id` FROM `sessions`;
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
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
