-- +goose Up
-- drop index "appointment_hold_expires_at" from table: "appointments"
DROP INDEX "appointment_hold_expires_at";
-- create index "appointment_hold_expires_at" to table: "appointments"
CREATE INDEX "appointment_hold_expires_at" ON "appointments" ("hold_expires_at") WHERE hold_expires_at IS NOT NULL;
-- drop index "auditentry_staff_id_at" from table: "audit_entries"
DROP INDEX "auditentry_staff_id_at";
-- create index "auditentry_staff_id_at" to table: "audit_entries"
CREATE INDEX "auditentry_staff_id_at" ON "audit_entries" ("staff_id", "at") WHERE staff_id IS NOT NULL;
-- drop index "mail_staff_id" from table: "mails"
DROP INDEX "mail_staff_id";
-- create index "mail_staff_id" to table: "mails"
CREATE INDEX "mail_staff_id" ON "mails" ("staff_id") WHERE staff_id IS NOT NULL;
