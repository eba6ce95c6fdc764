-- +goose Up
-- modify "audit_entries" table
ALTER TABLE "audit_entries" ADD COLUMN "actor" character varying NOT NULL DEFAULT 'UNKNOWN', ADD COLUMN "staff_id" character varying NULL, ADD COLUMN "token_id" character varying NULL;
-- drop index "auditentry_at" from table: "audit_entries"
DROP INDEX "auditentry_at";
-- create index "auditentry_at_id" to table: "audit_entries"
CREATE INDEX "auditentry_at_id" ON "audit_entries" ("at", "id");
-- create index "auditentry_staff_id_at" to table: "audit_entries"
CREATE INDEX "auditentry_staff_id_at" ON "audit_entries" ("staff_id", "at");
-- create "access_links" table
CREATE TABLE "access_links" ("id" character varying NOT NULL, "secret_hash" character varying NOT NULL, "expires_at" bigint NOT NULL, "staff_id" character varying NULL, PRIMARY KEY ("id"), CONSTRAINT "access_links_staff_access_links" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE CASCADE);
-- create index "access_links_secret_hash_key" to table: "access_links"
CREATE UNIQUE INDEX "access_links_secret_hash_key" ON "access_links" ("secret_hash");
-- create index "accesslink_staff_id" to table: "access_links"
CREATE INDEX "accesslink_staff_id" ON "access_links" ("staff_id");
-- create "accounts" table
CREATE TABLE "accounts" ("id" character varying NOT NULL, "email" character varying NOT NULL, "password_hash" character varying NOT NULL DEFAULT '', "password_set_at" bigint NULL, "pin_hash" character varying NOT NULL DEFAULT '', "pin_set_at" bigint NULL, "pin_failures" bigint NOT NULL DEFAULT 0, "pin_locked_until" bigint NULL, "created_at" bigint NOT NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "accounts_staff_account" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE NO ACTION);
-- create index "accounts_email_key" to table: "accounts"
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts" ("email");
-- create index "accounts_staff_id_key" to table: "accounts"
CREATE UNIQUE INDEX "accounts_staff_id_key" ON "accounts" ("staff_id");
-- create "api_tokens" table
CREATE TABLE "api_tokens" ("id" character varying NOT NULL, "secret_hash" character varying NOT NULL, "name" character varying NOT NULL, "role" character varying NOT NULL, "created_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "last_used_at" bigint NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "api_tokens_staff_api_tokens" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE NO ACTION);
-- create index "api_tokens_secret_hash_key" to table: "api_tokens"
CREATE UNIQUE INDEX "api_tokens_secret_hash_key" ON "api_tokens" ("secret_hash");
-- create index "apitoken_staff_id" to table: "api_tokens"
CREATE INDEX "apitoken_staff_id" ON "api_tokens" ("staff_id");
-- create "devices" table
CREATE TABLE "devices" ("id" character varying NOT NULL, "secret_hash" character varying NOT NULL, "name" character varying NOT NULL, "enrolled_at" bigint NOT NULL, "branch_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "devices_branches_branch" FOREIGN KEY ("branch_id") REFERENCES "branches" ("id") ON DELETE NO ACTION);
-- create index "devices_secret_hash_key" to table: "devices"
CREATE UNIQUE INDEX "devices_secret_hash_key" ON "devices" ("secret_hash");
-- create index "device_branch_id" to table: "devices"
CREATE INDEX "device_branch_id" ON "devices" ("branch_id");
-- modify "mails" table
ALTER TABLE "mails" DROP CONSTRAINT "mails_appointments_mails", ADD CONSTRAINT "mail_is_about_one_thing" CHECK ((appointment_id IS NULL) <> (staff_id IS NULL)), ALTER COLUMN "appointment_version" SET DEFAULT 0, ALTER COLUMN "appointment_id" DROP NOT NULL, ADD COLUMN "staff_id" character varying NULL, ADD CONSTRAINT "mails_appointments_mails" FOREIGN KEY ("appointment_id") REFERENCES "appointments" ("id") ON DELETE CASCADE, ADD CONSTRAINT "mails_staff_mails" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE CASCADE;
-- create index "mail_staff_id" to table: "mails"
CREATE INDEX "mail_staff_id" ON "mails" ("staff_id");
-- create "sessions" table
CREATE TABLE "sessions" ("id" character varying NOT NULL, "secret_hash" character varying NOT NULL, "created_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "device_id" character varying NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "sessions_devices_sessions" FOREIGN KEY ("device_id") REFERENCES "devices" ("id") ON DELETE CASCADE, CONSTRAINT "sessions_staff_sessions" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE NO ACTION);
-- create index "sessions_secret_hash_key" to table: "sessions"
CREATE UNIQUE INDEX "sessions_secret_hash_key" ON "sessions" ("secret_hash");
-- create index "session_staff_id" to table: "sessions"
CREATE INDEX "session_staff_id" ON "sessions" ("staff_id");
-- create index "session_device_id" to table: "sessions"
CREATE INDEX "session_device_id" ON "sessions" ("device_id");
-- create index "session_expires_at" to table: "sessions"
CREATE INDEX "session_expires_at" ON "sessions" ("expires_at");
