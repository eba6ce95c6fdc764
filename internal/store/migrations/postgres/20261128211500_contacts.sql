-- +goose Up
-- modify "appointments" table
ALTER TABLE "appointments" ADD COLUMN "contact_name" character varying NOT NULL DEFAULT '', ADD COLUMN "contact_email" character varying NOT NULL DEFAULT '', ADD COLUMN "contact_phone" character varying NOT NULL DEFAULT '', ADD COLUMN "contact_locale" character varying NULL, ADD COLUMN "contact_accepts_marketing" boolean NOT NULL DEFAULT false, ADD COLUMN "contact_confirmed_at" bigint NULL, ADD COLUMN "held_since" bigint NULL;
-- What was written at each booking. Who owns the address is not known of any.
UPDATE "appointments" SET
  "contact_name" = COALESCE(NULLIF("guest_name", ''), c."name"), "contact_email" = COALESCE(c."email", ''),
  "contact_phone" = COALESCE(NULLIF("guest_phone", ''), c."phone"), "contact_locale" = c."locale"
  FROM "customers" c WHERE c."id" = "appointments"."customer_id";
UPDATE "appointments" SET "held_since" = "created_at" WHERE "status" = 'HELD';
ALTER TABLE "appointments" DROP COLUMN "guest_name", DROP COLUMN "guest_phone";
-- create index "appointment_contact_email_starts_at" to table: "appointments"
CREATE INDEX "appointment_contact_email_starts_at" ON "appointments" ("contact_email", "starts_at");
-- modify "branches" table
ALTER TABLE "branches" ADD COLUMN "open_bookings_per_address" bigint NOT NULL DEFAULT 3, ADD COLUMN "confirm_bookings" character varying NOT NULL DEFAULT 'OFF';
-- modify "customers" table
ALTER TABLE "customers" ADD COLUMN "confirmed_at" bigint NULL;
-- Staff entered these, or met them.
UPDATE "customers" SET "confirmed_at" = "created_at" WHERE EXISTS (
  SELECT 1 FROM "appointments" a WHERE a."customer_id" = "customers"."id" AND (a."source" = 'STAFF' OR a."status" = 'COMPLETED'));
-- modify "mails" table
ALTER TABLE "mails" ADD COLUMN "limited" boolean NOT NULL DEFAULT false;
-- create "mail_quota" table
CREATE TABLE "mail_quota" ("id" character varying NOT NULL, "began_at" bigint NOT NULL, "count" bigint NOT NULL, PRIMARY KEY ("id"));
-- create index "mailquota_began_at" to table: "mail_quota"
CREATE INDEX "mailquota_began_at" ON "mail_quota" ("began_at");
-- create "confirmation_links" table
CREATE TABLE "confirmation_links" ("id" character varying NOT NULL, "appointment_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "confirmation_links_appointments_confirmation_links" FOREIGN KEY ("appointment_id") REFERENCES "appointments" ("id") ON DELETE CASCADE);
-- create index "confirmationlink_appointment_id" to table: "confirmation_links"
CREATE INDEX "confirmationlink_appointment_id" ON "confirmation_links" ("appointment_id");
