-- +goose Up
-- add column "order_key" to table: "services"
ALTER TABLE `services` ADD COLUMN `order_key` blob NULL;
-- add column "order_key" to table: "service_categories"
ALTER TABLE `service_categories` ADD COLUMN `order_key` blob NULL;
-- add column "order_key" to table: "staff"
ALTER TABLE `staff` ADD COLUMN `order_key` blob NULL;
-- add column "order_key" to table: "customers"
ALTER TABLE `customers` ADD COLUMN `order_key` blob NULL;
-- drop index "customer_name_id" from table: "customers"
DROP INDEX `customer_name_id`;
-- create index "customer_order_key_id" to table: "customers"
CREATE INDEX `customer_order_key_id` ON `customers` (`order_key`, `id`);
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
