-- +goose Up
-- add column "by_push" to table: "notification_settings"
ALTER TABLE `notification_settings` ADD COLUMN `by_push` bool NOT NULL DEFAULT (false);
-- create "pushes" table
CREATE TABLE `pushes` (`id` text NOT NULL, `subscription_id` text NOT NULL, `kind` text NOT NULL, `subject_id` text NOT NULL, `due_at` integer NOT NULL, `expires_at` integer NOT NULL, `attempts` integer NOT NULL DEFAULT (0), `lease` integer NOT NULL DEFAULT (0), PRIMARY KEY (`id`));
-- create index "push_due_at_id" to table: "pushes"
CREATE INDEX `push_due_at_id` ON `pushes` (`due_at`, `id`);
-- create "push_subscriptions" table
CREATE TABLE `push_subscriptions` (`id` text NOT NULL, `endpoint` text NOT NULL, `public_key` text NOT NULL, `auth_secret` text NOT NULL, `locale` text NOT NULL, `created_at` integer NOT NULL, `session_id` text NOT NULL, `staff_id` text NOT NULL, PRIMARY KEY (`id`), CONSTRAINT `push_subscriptions_sessions_push_subscriptions` FOREIGN KEY (`session_id`) REFERENCES `sessions` (`id`) ON DELETE CASCADE, CONSTRAINT `push_subscriptions_staff_push_subscriptions` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE);
-- create index "push_subscriptions_endpoint_key" to table: "push_subscriptions"
CREATE UNIQUE INDEX `push_subscriptions_endpoint_key` ON `push_subscriptions` (`endpoint`);
-- create index "pushsubscription_staff_id" to table: "push_subscriptions"
CREATE INDEX `pushsubscription_staff_id` ON `push_subscriptions` (`staff_id`);
-- create index "pushsubscription_session_id" to table: "push_subscriptions"
CREATE UNIQUE INDEX `pushsubscription_session_id` ON `push_subscriptions` (`session_id`);
