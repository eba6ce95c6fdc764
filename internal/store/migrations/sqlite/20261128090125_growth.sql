-- +goose Up
-- drop index "mail_state_due_at" from table: "mails"
DROP INDEX `mail_state_due_at`;
-- create index "mail_state_due_at_id" to table: "mails"
CREATE INDEX `mail_state_due_at_id` ON `mails` (`state`, `due_at`, `id`);
-- create index "mail_due_at_id" to table: "mails"
CREATE INDEX `mail_due_at_id` ON `mails` (`due_at`, `id`);
