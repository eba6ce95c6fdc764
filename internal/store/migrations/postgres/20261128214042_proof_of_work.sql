-- +goose Up
-- create "signing_keys" table
CREATE TABLE "signing_keys" ("id" character varying NOT NULL, "secret" character varying NOT NULL, PRIMARY KEY ("id"));
-- create "used_proofs" table
CREATE TABLE "used_proofs" ("id" character varying NOT NULL, "expires_at" bigint NOT NULL, PRIMARY KEY ("id"));
-- create index "usedproof_expires_at" to table: "used_proofs"
CREATE INDEX "usedproof_expires_at" ON "used_proofs" ("expires_at");
