-- +goose Up
-- add column "first_due_at" to table: "mails"
ALTER TABLE `mails` ADD COLUMN `first_due_at` integer NULL;
