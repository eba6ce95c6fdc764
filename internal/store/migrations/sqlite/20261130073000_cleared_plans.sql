-- +goose Up
-- create "cleared_plans" table
CREATE TABLE `cleared_plans` (`id` integer NOT NULL PRIMARY KEY AUTOINCREMENT, `valid_from` text NOT NULL, `valid_until` text NULL, `rotation_start` text NOT NULL, `weeks` json NOT NULL, `cleared_at` integer NOT NULL, `branch_id` text NOT NULL, `staff_id` text NOT NULL, CONSTRAINT `cleared_plans_branches_branch` FOREIGN KEY (`branch_id`) REFERENCES `branches` (`id`) ON DELETE NO ACTION, CONSTRAINT `cleared_plans_staff_cleared_plans` FOREIGN KEY (`staff_id`) REFERENCES `staff` (`id`) ON DELETE CASCADE, CONSTRAINT `cleared_plan_in_range` CHECK (valid_until IS NULL OR valid_from <= valid_until));
-- create index "clearedplan_staff_id_branch_id" to table: "cleared_plans"
CREATE INDEX `clearedplan_staff_id_branch_id` ON `cleared_plans` (`staff_id`, `branch_id`);
