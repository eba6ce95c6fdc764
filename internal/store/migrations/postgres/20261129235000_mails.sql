-- +goose Up
-- Branches that exist remind customers 48 and 2 hours before, like new ones. Reminders that are planned stay as they are, 24 hours before, until
-- the appointment is moved or the branch changes its leads.
-- modify "appointments" table
ALTER TABLE "appointments" ADD COLUMN "contact_time_zone" character varying NOT NULL DEFAULT '';
-- modify "branches" table
ALTER TABLE "branches" ADD COLUMN "reminder_lead_minutes" jsonb NOT NULL DEFAULT '[2880, 120]';
-- modify "mails" table
ALTER TABLE "mails" ADD COLUMN "lead_minutes" bigint NOT NULL DEFAULT 0, ADD COLUMN "moved_from_start" bigint NULL, ADD COLUMN "moved_from_staff_id" character varying NOT NULL DEFAULT '';
UPDATE "mails" SET "lead_minutes" = 1440 WHERE "kind" = 'REMINDER';
-- drop index "mail_appointment_sent_once" from table: "mails"
DROP INDEX "mail_appointment_sent_once";
-- create index "mail_appointment_sent_once" to table: "mails"
CREATE UNIQUE INDEX "mail_appointment_sent_once" ON "mails" ("appointment_id", "kind", "appointment_version", "occasion", "lead_minutes");
-- create "mail_texts" table
CREATE TABLE "mail_texts" ("id" character varying NOT NULL, "kind" character varying NOT NULL, "locale" character varying NOT NULL, "subject" character varying NOT NULL DEFAULT '', "opening" text NOT NULL DEFAULT '', "closing" text NOT NULL DEFAULT '', "version" bigint NOT NULL DEFAULT 1, "branch_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "mail_texts_branches_mail_texts" FOREIGN KEY ("branch_id") REFERENCES "branches" ("id") ON DELETE NO ACTION);
-- create index "mailtext_branch_id_kind_locale" to table: "mail_texts"
CREATE UNIQUE INDEX "mailtext_branch_id_kind_locale" ON "mail_texts" ("branch_id", "kind", "locale");
