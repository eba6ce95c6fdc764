-- +goose Up
-- drop index "mail_state_due_at" from table: "mails"
DROP INDEX "mail_state_due_at";
-- create index "mail_state_due_at_id" to table: "mails"
CREATE INDEX "mail_state_due_at_id" ON "mails" ("state", "due_at", "id");
-- create index "mail_due_at_id" to table: "mails"
CREATE INDEX "mail_due_at_id" ON "mails" ("due_at", "id");
-- By parts of names, addresses and numbers, which trigrams find without reading every customer.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "customer_text" ON "customers" USING gin ("name" gin_trgm_ops, "email" gin_trgm_ops, "phone" gin_trgm_ops);
