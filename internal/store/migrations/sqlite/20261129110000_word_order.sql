-- +goose Up
-- The next start makes the words again, with the order keys and beginnings of their customers.
DELETE FROM `customer_words`;
UPDATE `customers` SET `order_key` = NULL;
-- drop index "customerword_word_customer_id" from table: "customer_words": the next one begins with its columns
DROP INDEX `customerword_word_customer_id`;
-- add column "order_key" to table: "customer_words"
ALTER TABLE `customer_words` ADD COLUMN `order_key` blob NULL;
-- add column "beginnings_1" to table: "customer_words"
ALTER TABLE `customer_words` ADD COLUMN `beginnings_1` integer NOT NULL DEFAULT 0;
-- add column "beginnings_2" to table: "customer_words"
ALTER TABLE `customer_words` ADD COLUMN `beginnings_2` integer NOT NULL DEFAULT 0;
-- add column "beginnings_3" to table: "customer_words"
ALTER TABLE `customer_words` ADD COLUMN `beginnings_3` integer NOT NULL DEFAULT 0;
-- create index "customer_word_order_key" to table: "customer_words"
CREATE INDEX `customer_word_order_key` ON `customer_words` (`word`, `customer_id`, `order_key`, `beginnings_1`, `beginnings_2`, `beginnings_3`);
