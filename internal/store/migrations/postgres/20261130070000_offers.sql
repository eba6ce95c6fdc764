-- +goose Up
-- modify "appointments" table
ALTER TABLE "appointments" ADD COLUMN "offer_id" character varying NULL;
-- create index "appointment_offer_id" to table: "appointments"
CREATE INDEX "appointment_offer_id" ON "appointments" ("offer_id") WHERE offer_id IS NOT NULL;
-- create "offers" table
CREATE TABLE "offers" ("id" character varying NOT NULL, "state" character varying NOT NULL DEFAULT 'OPEN', "override" boolean NOT NULL DEFAULT false, "created_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "ended_at" bigint NULL, "appointment_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "offers_appointments_offers" FOREIGN KEY ("appointment_id") REFERENCES "appointments" ("id") ON DELETE CASCADE);
-- create index "offer_appointment_id_created_at_id" to table: "offers"
CREATE INDEX "offer_appointment_id_created_at_id" ON "offers" ("appointment_id", "created_at", "id");
-- create index "offer_open" to table: "offers"
CREATE UNIQUE INDEX "offer_open" ON "offers" ("appointment_id") WHERE ended_at IS NULL;
