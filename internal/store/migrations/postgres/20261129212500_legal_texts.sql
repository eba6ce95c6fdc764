-- +goose Up
-- modify "appointments" table
ALTER TABLE "appointments" ADD COLUMN "terms_version" bigint NOT NULL DEFAULT 0, ADD COLUMN "privacy_notice_version" bigint NOT NULL DEFAULT 0;
-- modify "branches" table
ALTER TABLE "branches" ADD COLUMN "customer_phone" character varying NOT NULL DEFAULT 'OFF', ADD COLUMN "vat_note" character varying NOT NULL DEFAULT 'INCLUDED', ADD COLUMN "retention_months" bigint NULL, ADD COLUMN "imprint_version" bigint NOT NULL DEFAULT 0, ADD COLUMN "privacy_notice_version" bigint NOT NULL DEFAULT 0, ADD COLUMN "terms_version" bigint NOT NULL DEFAULT 0;
-- create "legal_texts" table
CREATE TABLE "legal_texts" ("id" character varying NOT NULL, "kind" character varying NOT NULL, "version" bigint NOT NULL, "url" character varying NOT NULL DEFAULT '', "text" text NOT NULL DEFAULT '', "created_at" bigint NOT NULL, "branch_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "legal_texts_branches_legal_texts" FOREIGN KEY ("branch_id") REFERENCES "branches" ("id") ON DELETE NO ACTION);
-- create index "legaltext_branch_id_kind_version" to table: "legal_texts"
CREATE UNIQUE INDEX "legaltext_branch_id_kind_version" ON "legal_texts" ("branch_id", "kind", "version");
