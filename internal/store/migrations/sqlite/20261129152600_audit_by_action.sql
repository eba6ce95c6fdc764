-- +goose Up
-- create index "auditentry_action_at_id" to table: "audit_entries"
CREATE INDEX `auditentry_action_at_id` ON `audit_entries` (`action`, `at`, `id`);
