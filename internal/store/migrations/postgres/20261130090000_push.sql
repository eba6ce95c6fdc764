-- +goose Up
-- modify "notification_settings" table
ALTER TABLE "notification_settings" ADD COLUMN "by_push" boolean NOT NULL DEFAULT false;
-- create "pushes" table
CREATE TABLE "pushes" ("id" character varying NOT NULL, "subscription_id" character varying NOT NULL, "kind" character varying NOT NULL, "subject_id" character varying NOT NULL, "due_at" bigint NOT NULL, "expires_at" bigint NOT NULL, "attempts" bigint NOT NULL DEFAULT 0, "lease" bigint NOT NULL DEFAULT 0, PRIMARY KEY ("id"));
-- create index "push_due_at_id" to table: "pushes"
CREATE INDEX "push_due_at_id" ON "pushes" ("due_at", "id");
-- create "push_subscriptions" table
CREATE TABLE "push_subscriptions" ("id" character varying NOT NULL, "endpoint" character varying NOT NULL, "public_key" character varying NOT NULL, "auth_secret" character varying NOT NULL, "locale" character varying NOT NULL, "created_at" bigint NOT NULL, "session_id" character varying NOT NULL, "staff_id" character varying NOT NULL, PRIMARY KEY ("id"), CONSTRAINT "push_subscriptions_sessions_push_subscriptions" FOREIGN KEY ("session_id") REFERENCES "sessions" ("id") ON DELETE CASCADE, CONSTRAINT "push_subscriptions_staff_push_subscriptions" FOREIGN KEY ("staff_id") REFERENCES "staff" ("id") ON DELETE CASCADE);
-- create index "push_subscriptions_endpoint_key" to table: "push_subscriptions"
CREATE UNIQUE INDEX "push_subscriptions_endpoint_key" ON "push_subscriptions" ("endpoint");
-- create index "pushsubscription_staff_id" to table: "push_subscriptions"
CREATE INDEX "pushsubscription_staff_id" ON "push_subscriptions" ("staff_id");
-- create index "pushsubscription_session_id" to table: "push_subscriptions"
CREATE UNIQUE INDEX "pushsubscription_session_id" ON "push_subscriptions" ("session_id");
