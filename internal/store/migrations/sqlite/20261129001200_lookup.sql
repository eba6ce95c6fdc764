-- +goose Up
-- add column "order_key" to table: "services"
ALTER TABLE `services` ADD COLUMN `order_key` blob NULL;
-- add column "order_key" to table: "service_categories"
ALTER TABLE `service_categories` ADD COLUMN `order_key` blob NULL;
-- add column "order_key" to table: "staff"
ALTER TABLE `staff` ADD COLUMN `order_key` blob NULL;
-- add column "order_key" to table: "customers"
ALTER TABLE `customers` ADD COLUMN `order_key` blob NULL;
-- add column "beginnings_1" to table: "customers"
ALTER TABLE `customers` ADD COLUMN `beginnings_1` integer NOT NULL DEFAULT 0;
-- add column "beginnings_2" to table: "customers"
ALTER TABLE `customers` ADD COLUMN `beginnings_2` integer NOT NULL DEFAULT 0;
-- add column "beginnings_3" to table: "customers"
ALTER TABLE `customers` ADD COLUMN `beginnings_3` integer NOT NULL DEFAULT 0;
-- drop index "customer_name_id" from table: "customers"
DROP INDEX `customer_name_id`;
-- create index "customer_order_key_id" to table: "customers"
CREATE INDEX `customer_order_key_id` ON `customers` (`order_key`, `id`, `created_in`, `beginnings_1`, `beginnings_2`, `beginnings_3`);
-- create index "customer_id_order_key" to table: "customers"
CREATE INDEX `customer_id_order_key` ON `customers` (`id`, `order_key`, `created_in`, `beginnings_1`, `beginnings_2`, `beginnings_3`);
-- drop index "appointment_customer_id" from table: "appointments": the next one begins with its column
DROP INDEX `appointment_customer_id`;
-- create index "appointment_customer_id_branch_id" to table: "appointments"
CREATE INDEX `appointment_customer_id_branch_id` ON `appointments` (`customer_id`, `branch_id`);
-- create index "customer_created_in_id" to table: "customers"
CREATE INDEX `customer_created_in_id` ON `customers` (`created_in`, `id`);
-- add column "order_key" to table: "api_tokens"
ALTER TABLE `api_tokens` ADD COLUMN `order_key` blob NULL;
-- add column "order_key" to table: "devices"
ALTER TABLE `devices` ADD COLUMN `order_key` blob NULL;
-- add column "order_key" to table: "passkeys"
ALTER TABLE `passkeys` ADD COLUMN `order_key` blob NULL;
-- add column "order_key" to table: "branches"
ALTER TABLE `branches` ADD COLUMN `order_key` blob NULL;
-- create "customer_words" table
CREATE TABLE `customer_words` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `word` blob NOT NULL, `customer_id` text NOT NULL, CONSTRAINT `customer_words_customers_words` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE);
-- create index "customerword_word_customer_id" to table: "customer_words"
CREATE INDEX `customerword_word_customer_id` ON `customer_words` (`word`, `customer_id`);
-- create index "customerword_customer_id_word" to table: "customer_words"
CREATE INDEX `customerword_customer_id_word` ON `customer_words` (`customer_id`, `word`);
