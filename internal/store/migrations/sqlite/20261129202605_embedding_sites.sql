-- +goose Up
-- create "embedding_sites" table
CREATE TABLE `embedding_sites` (`id` text NOT NULL, `origin` text NOT NULL, `allowed_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "embedding_sites_origin_key" to table: "embedding_sites"
CREATE UNIQUE INDEX `embedding_sites_origin_key` ON `embedding_sites` (`origin`);
