-- +goose Up
-- modify "sessions" table
ALTER TABLE "sessions" ADD COLUMN "weak_pin" boolean NOT NULL DEFAULT false, ADD COLUMN "confirmed_at" bigint NULL;
