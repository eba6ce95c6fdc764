-- +goose Up
-- create index "customer_unconfirmed" to table: "customers"
CREATE INDEX `customer_unconfirmed` ON `customers` (`order_key`, `id`) WHERE confirmed_at IS NULL;
-- create index "appointment_customer_id_branch_id_status_starts_at" to table: "appointments"
CREATE INDEX `appointment_customer_id_branch_id_status_starts_at` ON `appointments` (`customer_id`, `branch_id`, `status`, `starts_at`);
-- drop index "appointment_customer_id_branch_id" from table: "appointments": the one before begins with its columns
DROP INDEX `appointment_customer_id_branch_id`;
-- create index "appointment_visits" to table: "appointments"
CREATE INDEX `appointment_visits` ON `appointments` (`status`, `starts_at`, `customer_id`);
-- create "customer_cards" table
CREATE TABLE `customer_cards` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `notes` text NOT NULL DEFAULT (''), `allergies` text NOT NULL DEFAULT (''), `formulas` text NOT NULL DEFAULT (''), `version` integer NOT NULL DEFAULT (1), `customer_id` text NOT NULL, CONSTRAINT `customer_cards_customers_card` FOREIGN KEY (`customer_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE);
-- create index "customer_cards_customer_id_key" to table: "customer_cards"
CREATE UNIQUE INDEX `customer_cards_customer_id_key` ON `customer_cards` (`customer_id`);
-- create "customer_merges" table
CREATE TABLE `customer_merges` (`id` text NOT NULL, `merged_id` text NOT NULL, `before` blob NOT NULL, `expires_at` integer NOT NULL, `kept_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `customer_merges_customers_merges` FOREIGN KEY (`kept_id`) REFERENCES `customers` (`id`) ON DELETE CASCADE);
-- create index "customermerge_kept_id" to table: "customer_merges"
CREATE INDEX `customermerge_kept_id` ON `customer_merges` (`kept_id`);
-- create index "customermerge_merged_id" to table: "customer_merges"
CREATE INDEX `customermerge_merged_id` ON `customer_merges` (`merged_id`);
-- create index "customermerge_expires_at" to table: "customer_merges"
CREATE INDEX `customermerge_expires_at` ON `customer_merges` (`expires_at`);
