-- +goose Up
-- modify "room_participants" table
ALTER TABLE "room_participants" ADD COLUMN "device_key" character varying NULL;
