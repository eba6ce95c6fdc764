-- +goose Up
-- create "embedding_sites" table
CREATE TABLE "embedding_sites" ("id" character varying NOT NULL, "origin" character varying NOT NULL, "allowed_at" bigint NOT NULL, PRIMARY KEY ("id"));
-- create index "embedding_sites_origin_key" to table: "embedding_sites"
CREATE UNIQUE INDEX "embedding_sites_origin_key" ON "embedding_sites" ("origin");
