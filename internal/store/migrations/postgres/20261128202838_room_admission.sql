-- +goose Up
-- modify "appointments" table
ALTER TABLE "appointments" ADD COLUMN "room_admitted_at" bigint NULL, ADD COLUMN "room_delayed_until" bigint NULL;
