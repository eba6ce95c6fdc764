-- +goose Up
-- Indexes of what few rows have leave out the others. The tables are not built anew, unlike by the planned migration.
DROP INDEX `appointment_hold_expires_at`;
CREATE INDEX `appointment_hold_expires_at` ON `appointments` (`hold_expires_at`) WHERE hold_expires_at IS NOT NULL;
DROP INDEX `auditentry_staff_id_at`;
CREATE INDEX `auditentry_staff_id_at` ON `audit_entries` (`staff_id`, `at`) WHERE staff_id IS NOT NULL;
DROP INDEX `mail_staff_id`;
CREATE INDEX `mail_staff_id` ON `mails` (`staff_id`) WHERE staff_id IS NOT NULL;
