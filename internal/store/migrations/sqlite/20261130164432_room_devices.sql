-- +goose Up
-- add column "device_key" to table: "room_participants"
ALTER TABLE `room_participants` ADD COLUMN `device_key` text NULL;
