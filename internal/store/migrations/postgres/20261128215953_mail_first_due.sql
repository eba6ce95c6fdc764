-- +goose Up
-- modify "mails" table
ALTER TABLE "mails" ADD COLUMN "first_due_at" bigint NULL;
