-- +goose Up
-- create "signing_keys" table
CREATE TABLE `signing_keys` (`id` text NOT NULL, `secret` text NOT NULL, PRIMARY KEY (`id`));
-- create "used_proofs" table
CREATE TABLE `used_proofs` (`id` text NOT NULL, `expires_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "usedproof_expires_at" to table: "used_proofs"
CREATE INDEX `usedproof_expires_at` ON `used_proofs` (`expires_at`);
