-- +goose Up
-- add column "opening_hours_version" to table: "branches"
ALTER TABLE `branches` ADD COLUMN `opening_hours_version` integer NOT NULL DEFAULT (1);
-- add column "version" to table: "opening_exceptions"
ALTER TABLE `opening_exceptions` ADD COLUMN `version` integer NOT NULL DEFAULT (1);
-- add column "version" to table: "shift_overrides"
ALTER TABLE `shift_overrides` ADD COLUMN `version` integer NOT NULL DEFAULT (1);
-- add column "version" to table: "work_plans"
ALTER TABLE `work_plans` ADD COLUMN `version` integer NOT NULL DEFAULT (1);
-- create "creation_requests" table
CREATE TABLE `creation_requests` (`id` text NOT NULL, `digest` text NOT NULL, `object_id` text NOT NULL, `created_at` integer NOT NULL, PRIMARY KEY (`id`));
