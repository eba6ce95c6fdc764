-- +goose Up
-- modify "branches" table
ALTER TABLE "branches" ADD COLUMN "photos_kept_days" bigint NOT NULL DEFAULT 30;
-- create "consultation_photos" table
CREATE TABLE "consultation_photos" ("id" character varying NOT NULL, "sender" character varying NOT NULL, "width" bigint NOT NULL, "height" bigint NOT NULL, "created_at" bigint NOT NULL, "appointment_id" character varying NOT NULL, "content" bytea NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "consultation_photos_appointments_photos" FOREIGN KEY ("appointment_id") REFERENCES "appointments" ("id") ON DELETE CASCADE);
-- create index "consultationphoto_appointment_id_created_at" to table: "consultation_photos"
CREATE INDEX "consultationphoto_appointment_id_created_at" ON "consultation_photos" ("appointment_id", "created_at");
-- create "photo_uploads" table
CREATE TABLE "photo_uploads" ("id" character varying NOT NULL, "sender" character varying NOT NULL, "photo_id" character varying NOT NULL, "expires_at" bigint NOT NULL, "appointment_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "photo_uploads_appointments_photo_uploads" FOREIGN KEY ("appointment_id") REFERENCES "appointments" ("id") ON DELETE CASCADE);
-- create index "photoupload_appointment_id" to table: "photo_uploads"
CREATE INDEX "photoupload_appointment_id" ON "photo_uploads" ("appointment_id");
-- create index "photoupload_expires_at" to table: "photo_uploads"
CREATE INDEX "photoupload_expires_at" ON "photo_uploads" ("expires_at");
