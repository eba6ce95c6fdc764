-- +goose Up
-- add column "occasion" to table: "mails"
ALTER TABLE `mails` ADD COLUMN `occasion` text NOT NULL DEFAULT ('');
-- drop index "mail_appointment_id_kind_appointment_version" from table: "mails"
DROP INDEX `mail_appointment_id_kind_appointment_version`;
-- create index "mail_appointment_sent_once" to table: "mails"
CREATE UNIQUE INDEX `mail_appointment_sent_once` ON `mails` (`appointment_id`, `kind`, `appointment_version`, `occasion`);
-- create "change_requests" table
CREATE TABLE `change_requests` (`id` text NOT NULL, `kind` text NOT NULL, `text` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `state` text NOT NULL DEFAULT ('OPEN'), `answer` text NOT NULL DEFAULT (''), `answered_at` integer NULL, `answered_by` text NULL, `appointment_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `change_requests_appointments_change_requests` FOREIGN KEY (`appointment_id`) REFERENCES `appointments` (`id`) ON DELETE CASCADE);
-- create index "changerequest_appointment_id_created_at_id" to table: "change_requests"
CREATE INDEX `changerequest_appointment_id_created_at_id` ON `change_requests` (`appointment_id`, `created_at`, `id`);
-- create index "changerequest_open" to table: "change_requests"
CREATE UNIQUE INDEX `changerequest_open` ON `change_requests` (`appointment_id`) WHERE answered_at IS NULL;
-- create "customer_links" table
CREATE TABLE `customer_links` (`id` text NOT NULL, `purpose` text NOT NULL, `locale` text NOT NULL, `expires_at` integer NOT NULL, `customer_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `customer_links_customers_links` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE);
-- create index "customerlink_customer_id" to table: "customer_links"
CREATE INDEX `customerlink_customer_id` ON `customer_links` (`customer_id`);
-- create index "customerlink_expires_at" to table: "customer_links"
CREATE INDEX `customerlink_expires_at` ON `customer_links` (`expires_at`);
