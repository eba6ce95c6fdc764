-- +goose Up
-- add column "agreed_minutes" to table: "appointments"
ALTER TABLE `appointments` ADD COLUMN `agreed_minutes` integer NULL;
-- add columns "changed_from_service_id" and "changed_from_minutes" to table: "mails"
ALTER TABLE `mails` ADD COLUMN `changed_from_service_id` text NOT NULL DEFAULT ('');
ALTER TABLE `mails` ADD COLUMN `changed_from_minutes` integer NOT NULL DEFAULT (0);
