-- +goose Up
-- add column "photos_kept_days" to table: "branches", which need not be copied for that
ALTER TABLE `branches` ADD COLUMN `photos_kept_days` integer NOT NULL DEFAULT (30);
-- create "consultation_photos" table; the content is last, since SQLite reads what is before a column to find it
CREATE TABLE `consultation_photos` (`id` text NOT NULL, `sender` text NOT NULL, `width` integer NOT NULL, `height` integer NOT NULL, `created_at` integer NOT NULL, `appointment_id` text NOT NULL, `content` blob NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `consultation_photos_appointments_photos` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE CASCADE);
-- create index "consultationphoto_appointment_id_created_at" to table: "consultation_photos"
CREATE INDEX `consultationphoto_appointment_id_created_at` ON `consultation_photos` (`appointment_id`, `created_at`);
-- create "photo_uploads" table
CREATE TABLE `photo_uploads` (`id` text NOT NULL, `sender` text NOT NULL, `photo_id` text NOT NULL, `expires_at` integer NOT NULL, `appointment_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `photo_uploads_appointments_photo_uploads` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE CASCADE);
-- create index "photoupload_appointment_id" to table: "photo_uploads"
CREATE INDEX `photoupload_appointment_id` ON `photo_uploads` (`appointment_id`);
-- create index "photoupload_expires_at" to table: "photo_uploads"
CREATE INDEX `photoupload_expires_at` ON `photo_uploads` (`expires_at`);
