-- +goose Up
-- disable the enforcement of foreign-keys constraints
PRAGMA foreign_keys = off;
-- create "new_appointments" table
CREATE TABLE `new_appointments` (`id` text NOT NULL, `starts_at` integer NOT NULL, `ends_at` integer NOT NULL, `blocked_until` integer NOT NULL, `status` text NOT NULL, `live` bool NOT NULL, `hold_expires_at` integer NULL, `source` text NOT NULL, `note` text NOT NULL DEFAULT (''), `guest_name` text NOT NULL DEFAULT (''), `guest_phone` text NOT NULL DEFAULT (''), `version` integer NOT NULL DEFAULT (1), `created_at` integer NOT NULL, `secret` text NULL, `join_token` text NULL, `room_name` text NOT NULL DEFAULT (''), `idempotency_key` text NULL, `request_digest` text NOT NULL DEFAULT (''), `holder_address` text NOT NULL DEFAULT (''), `branch_id` text NOT NULL, `customer_id` text NULL, `person_id` text NOT NULL, `service_id` text NOT NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `appointments_branches_branch` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE NO ACTION, CONSTRAINT `appointments_customers_appointments` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE SET NULL, CONSTRAINT `appointments_persons_appointments` FOREIGN KEY (`person_id`) REFERENCES `persons` (`id`) ON DELETE NO ACTION, CONSTRAINT `appointments_services_appointments` FOREIGN KEY (`service_id`) REFERENCES `services` (`id`) ON DELETE NO ACTION, CONSTRAINT `appointments_staff_appointments` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE NO ACTION, CONSTRAINT `appointment_hold_expires` CHECK ((status = 'HELD') = (hold_expires_at IS NOT NULL)), CONSTRAINT `appointment_length` CHECK (0 < ends_at - starts_at AND ends_at - starts_at <= 86400 AND 0 <= blocked_until - ends_at AND blocked_until - ends_at <= 86400));
-- copy rows from old table "appointments" to new temporary table "new_appointments"
INSERT INTO `new_appointments` (`id`, `starts_at`, `ends_at`, `blocked_until`, `status`, `live`, `hold_expires_at`, `source`, `note`, `version`, `created_at`, `secret`, `join_token`, `room_name`, `idempotency_key`, `request_digest`, `holder_address`, `branch_id`, `customer_id`, `person_id`, `service_id`, `staff_id`) SELECT `id`, `starts_at`, `ends_at`, `blocked_until`, `status`, `live`, `hold_expires_at`, `source`, `note`, `version`, `created_at`, `secret`, `join_token`, `room_name`, `idempotency_key`, `request_digest`, `holder_address`, `branch_id`, `customer_id`, `person_id`, `service_id`, `staff_id` FROM `appointments`;
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
-- enable back the enforcement of foreign-keys constraints
PRAGMA foreign_keys = on;
