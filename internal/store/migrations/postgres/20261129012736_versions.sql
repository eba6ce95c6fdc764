-- +goose Up
-- modify "branches" table
ALTER TABLE "branches" ADD COLUMN "opening_hours_version" bigint NOT NULL DEFAULT 1;
-- modify "opening_exceptions" table
ALTER TABLE "opening_exceptions" ADD COLUMN "version" bigint NOT NULL DEFAULT 1;
-- modify "shift_overrides" table
ALTER TABLE "shift_overrides" ADD COLUMN "version" bigint NOT NULL DEFAULT 1;
-- modify "work_plans" table
ALTER TABLE "work_plans" ADD COLUMN "version" bigint NOT NULL DEFAULT 1;
-- create "creation_requests" table
CREATE TABLE "creation_requests" ("id" character varying NOT NULL, "digest" character varying NOT NULL, "object_id" character varying NOT NULL, "created_at" bigint NOT NULL, PRIMARY KEY ("id"));
