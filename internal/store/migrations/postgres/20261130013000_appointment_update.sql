-- +goose Up
-- modify "appointments" table
ALTER TABLE "appointments" ADD COLUMN "agreed_minutes" bigint NULL;
-- modify "mails" table
ALTER TABLE "mails" ADD COLUMN "changed_from_service_id" character varying NOT NULL DEFAULT '', ADD COLUMN "changed_from_minutes" bigint NOT NULL DEFAULT 0;
