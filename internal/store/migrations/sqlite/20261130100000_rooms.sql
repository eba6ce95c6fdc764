-- +goose Up
-- add columns to table: "branches", which need not be copied for that
ALTER TABLE `branches` ADD COLUMN `own_room_by_default` bool NOT NULL DEFAULT (false);
ALTER TABLE `branches` ADD COLUMN `admit_by_hand` bool NOT NULL DEFAULT (false);
-- add column "room_ended_at" to table: "appointments"
ALTER TABLE `appointments` ADD COLUMN `room_ended_at` integer NULL;
-- create "consultation_rooms" table
CREATE TABLE `consultation_rooms` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `sequence` integer NOT NULL DEFAULT (0), `customer_waits_since` integer NULL, `customer_late_until` integer NULL, `customer_announced_at` integer NULL, `appointment_id` text NOT NULL, CONSTRAINT `consultation_rooms_appointments_room` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE CASCADE);
-- create index "consultation_rooms_appointment_id_key" to table: "consultation_rooms"
CREATE UNIQUE INDEX `consultation_rooms_appointment_id_key` ON `consultation_rooms` (`appointment_id`);
-- create index "consultationroom_customer_waits_since" to table: "consultation_rooms"
CREATE INDEX `consultationroom_customer_waits_since` ON `consultation_rooms` (`customer_waits_since`) WHERE customer_waits_since IS NOT NULL;
-- create "room_participants" table
CREATE TABLE `room_participants` (`id` text NOT NULL, `role` text NOT NULL, `staff_id` text NULL, `entered_at` integer NOT NULL, `present_until` integer NOT NULL, `away` bool NOT NULL DEFAULT (false), `room_id` integer NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `room_participants_consultation_rooms_participants` FOREIGN KEY (`room_id`) REFERENCES `consultation_rooms` (`id`) ON DELETE CASCADE);
-- create index "roomparticipant_room_id" to table: "room_participants"
CREATE INDEX `roomparticipant_room_id` ON `room_participants` (`room_id`);
-- create index "roomparticipant_present_until" to table: "room_participants"
CREATE INDEX `roomparticipant_present_until` ON `room_participants` (`present_until`);
-- create "room_signals" table
CREATE TABLE `room_signals` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `sequence` integer NOT NULL, `sender_role` text NOT NULL, `sender_id` text NOT NULL, `recipient_id` text NOT NULL, `payload` text NOT NULL, `sent_at` integer NOT NULL, `room_id` integer NOT NULL, CONSTRAINT `room_signals_consultation_rooms_signals` FOREIGN KEY (`room_id`) REFERENCES `consultation_rooms` (`id`) ON DELETE CASCADE);
-- create index "roomsignal_room_id_sequence" to table: "room_signals"
CREATE UNIQUE INDEX `roomsignal_room_id_sequence` ON `room_signals` (`room_id`, `sequence`);
-- create index "roomsignal_sent_at" to table: "room_signals"
CREATE INDEX `roomsignal_sent_at` ON `room_signals` (`sent_at`);
