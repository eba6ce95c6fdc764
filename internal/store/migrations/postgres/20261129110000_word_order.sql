-- +goose Up
-- The next start makes the words again, with the order keys and beginnings of their customers.
TRUNCATE "customer_words";
UPDATE "customers" SET "order_key" = NULL;
-- drop index "customerword_word_customer_id" from table: "customer_words": the next one begins with its columns
DROP INDEX "customerword_word_customer_id";
-- modify "customer_words" table
ALTER TABLE "customer_words" ADD COLUMN "order_key" bytea NULL, ADD COLUMN "beginnings_1" bigint NOT NULL DEFAULT 0, ADD COLUMN "beginnings_2" bigint NOT NULL DEFAULT 0, ADD COLUMN "beginnings_3" bigint NOT NULL DEFAULT 0;
-- create index "customer_word_order_key" to table: "customer_words"
CREATE INDEX "customer_word_order_key" ON "customer_words" ("word", "customer_id", "order_key", "beginnings_1", "beginnings_2", "beginnings_3");
