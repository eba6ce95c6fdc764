-- +goose Up
-- modify "mails" table
ALTER TABLE "mails" ADD COLUMN "occasion" character varying NOT NULL DEFAULT '';
-- drop index "mail_appointment_id_kind_appointment_version" from table: "mails"
DROP INDEX "mail_appointment_id_kind_appointment_version";
-- create index "mail_appointment_sent_once" to table: "mails"
CREATE UNIQUE INDEX "mail_appointment_sent_once" ON "mails" ("appointment_id", "kind", "appointment_version", "occasion");
-- create "change_requests" table
CREATE TABLE "change_requests" ("id" character varying NOT NULL, "kind" character varying NOT NULL, "text" character varying NOT NULL DEFAULT '', "created_at" bigint NOT NULL, "state" character varying NOT NULL DEFAULT 'OPEN', "answer" character varying NOT NULL DEFAULT '', "answered_at" bigint NULL, "answered_by" character varying NULL, "appointment_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "change_requests_appointments_change_requests" FOREIGN KEY ("appointment_id") REFERENCES "appointments" ("id") ON DELETE CASCADE);
-- create index "changerequest_appointment_id_created_at_id" to table: "change_requests"
CREATE INDEX "changerequest_appointment_id_created_at_id" ON "change_requests" ("appointment_id", "created_at", "id");
-- create index "changerequest_open" to table: "change_requests"
CREATE UNIQUE INDEX "changerequest_open" ON "change_requests" ("appointment_id") WHERE answered_at IS NULL;
-- create "customer_links" table
CREATE TABLE "customer_links" ("id" character varying NOT NULL, "purpose" character varying NOT NULL, "locale" character varying NOT NULL, "expires_at" bigint NOT NULL, "customer_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "customer_links_customers_links" FOREIGN KEY ("customer_id") REFERENCES "customers" ("id") ON DELETE CASCADE);
-- create index "customerlink_customer_id" to table: "customer_links"
CREATE INDEX "customerlink_customer_id" ON "customer_links" ("customer_id");
-- create index "customerlink_expires_at" to table: "customer_links"
CREATE INDEX "customerlink_expires_at" ON "customer_links" ("expires_at");
