-- +goose Up
-- create "pictures" table
CREATE TABLE `pictures` (`id` text NOT NULL, `content_type` text NOT NULL, `width` integer NOT NULL, `height` integer NOT NULL, `content` blob NOT NULL, `used_at` integer NOT NULL, PRIMARY KEY (`id`));
-- create index "picture_used_at" to table: "pictures"
CREATE INDEX `picture_used_at` ON `pictures` (`used_at`);
-- add columns, without rebuilding the tables that others refer to
ALTER TABLE `branches` ADD COLUMN `accent` text NOT NULL DEFAULT ('');
ALTER TABLE `branches` ADD COLUMN `logo_id` text NULL CONSTRAINT `branches_pictures_logo` REFERENCES `pictures` (`id`) ON DELETE NO ACTION;
-- create index "branch_logo_id" to table: "branches"
CREATE INDEX `branch_logo_id` ON `branches` (`logo_id`);
ALTER TABLE `staff` ADD COLUMN `photo_id` text NULL CONSTRAINT `staff_pictures_photo` REFERENCES `pictures` (`id`) ON DELETE NO ACTION;
-- create index "staff_photo_id" to table: "staff"
CREATE INDEX `staff_photo_id` ON `staff` (`photo_id`);
