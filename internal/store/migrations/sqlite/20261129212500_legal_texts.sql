-- +goose Up
-- add columns "terms_version" and "privacy_notice_version" to table: "appointments"
ALTER TABLE `appointments` ADD COLUMN `terms_version` integer NOT NULL DEFAULT (0);
ALTER TABLE `appointments` ADD COLUMN `privacy_notice_version` integer NOT NULL DEFAULT (0);
-- add columns to table: "branches"
ALTER TABLE `branches` ADD COLUMN `customer_phone` text NOT NULL DEFAULT ('OFF');
ALTER TABLE `branches` ADD COLUMN `vat_note` text NOT NULL DEFAULT ('INCLUDED');
ALTER TABLE `branches` ADD COLUMN `imprint_version` integer NOT NULL DEFAULT (0);
ALTER TABLE `branches` ADD COLUMN `privacy_notice_version` integer NOT NULL DEFAULT (0);
ALTER TABLE `branches` ADD COLUMN `terms_version` integer NOT NULL DEFAULT (0);
ALTER TABLE `branches` ADD COLUMN `retention_months` integer NULL;
-- create "legal_texts" table
CREATE TABLE `legal_texts` (`id` text NOT NULL, `kind` text NOT NULL, `version` integer NOT NULL, `url` text NOT NULL DEFAULT (''), `text` text NOT NULL DEFAULT (''), `created_at` integer NOT NULL, `branch_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `legal_texts_branches_legal_texts` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE NO ACTION);
-- create index "legaltext_branch_id_kind_version" to table: "legal_texts"
CREATE UNIQUE INDEX `legaltext_branch_id_kind_version` ON `legal_texts` (`branch_id`, `kind`, `version`);
