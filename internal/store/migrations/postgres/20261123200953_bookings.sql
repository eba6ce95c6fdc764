-- +goose Up
-- modify "changes" table
ALTER TABLE "changes" ADD COLUMN "appointment_id" character varying NULL;
-- modify "staff" table
ALTER TABLE "staff" ADD COLUMN "calendar_token_hash" character varying NULL;
-- create index "staff_calendar_token_hash_key" to table: "staff"
CREATE UNIQUE INDEX "staff_calendar_token_hash_key" ON "staff" ("calendar_token_hash");
-- modify "video_links" table
ALTER TABLE "video_links" ADD COLUMN "room_per_appointment" boolean NOT NULL DEFAULT false;
-- create "customers" table
CREATE TABLE "customers" ("id" character varying NOT NULL, "name" character varying NOT NULL, "email" character varying NULL, "phone" character varying NOT NULL DEFAULT '', "locale" character varying NOT NULL, "privacy_accepted_at" bigint NULL, "marketing_accepted_at" bigint NULL, "created_at" bigint NOT NULL, PRIMARY KEY ("id"));
-- create index "customers_email_key" to table: "customers"
CREATE UNIQUE INDEX "customers_email_key" ON "customers" ("email");
-- create index "customer_name_id" to table: "customers"
CREATE INDEX "customer_name_id" ON "customers" ("name", "id");
-- modify "appointments" table
ALTER TABLE "appointments" ADD COLUMN "secret" character varying NULL, ADD COLUMN "join_token" character varying NULL, ADD COLUMN "room_name" character varying NOT NULL DEFAULT '', ADD COLUMN "idempotency_key" character varying NULL, ADD COLUMN "request_digest" character varying NOT NULL DEFAULT '', ADD COLUMN "holder_address" character varying NOT NULL DEFAULT '', ADD COLUMN "customer_id" character varying NULL, ADD CONSTRAINT "appointments_customers_appointments" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE SET NULL;
-- create index "appointments_secret_key" to table: "appointments"
CREATE UNIQUE INDEX "appointments_secret_key" ON "appointments" ("secret");
-- create index "appointments_join_token_key" to table: "appointments"
CREATE UNIQUE INDEX "appointments_join_token_key" ON "appointments" ("join_token");
-- create index "appointments_idempotency_key_key" to table: "appointments"
CREATE UNIQUE INDEX "appointments_idempotency_key_key" ON "appointments" ("idempotency_key");
-- create index "appointment_customer_id" to table: "appointments"
CREATE INDEX "appointment_customer_id" ON "appointments" ("customer_id");
-- create index "appointment_hold_expires_at" to table: "appointments"
CREATE INDEX "appointment_hold_expires_at" ON "appointments" ("hold_expires_at");
-- create "mails" table
CREATE TABLE "mails" ("id" character varying NOT NULL, "kind" character varying NOT NULL, "appointment_version" bigint NOT NULL, "due_at" bigint NOT NULL, "state" character varying NOT NULL DEFAULT 'WAITING', "attempts" bigint NOT NULL DEFAULT 0, "lease" bigint NOT NULL DEFAULT 0, "failure" character varying NOT NULL DEFAULT '', "sent_at" bigint NULL, "appointment_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "mails_appointments_mails" FOREIGN KEY ("appointment_id") REFERENCES "appointments" ("id") ON DELETE NO ACTION);
-- create index "mail_appointment_id_kind_appointment_version" to table: "mails"
CREATE UNIQUE INDEX "mail_appointment_id_kind_appointment_version" ON "mails" ("appointment_id", "kind", "appointment_version");
-- create index "mail_state_due_at" to table: "mails"
CREATE INDEX "mail_state_due_at" ON "mails" ("state", "due_at");
