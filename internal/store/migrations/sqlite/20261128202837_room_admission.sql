-- +goose Up
-- add column "room_admitted_at" to table: "appointments"
ALTER TABLE `appointments` ADD COLUMN `room_admitted_at` integer NULL;
-- add column "room_delayed_until" to table: "appointments"
ALTER TABLE `appointments` ADD COLUMN `room_delayed_until` integer NULL;
