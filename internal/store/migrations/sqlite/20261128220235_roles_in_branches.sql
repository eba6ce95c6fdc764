-- +goose Up
-- add column "created_in" to table: "customers"
ALTER TABLE `customers` ADD COLUMN `created_in` text NULL;
-- Customers come from their first booking.
UPDATE `customers` SET `created_in` = (
  SELECT a.`branch_id` FROM `appointments` a WHERE a.`customer_id` = `customers`.`id` ORDER BY a.`created_at`, a.`id` LIMIT 1);
-- Until now managers set up every branch. Where they are active decides from now on; those who are active nowhere keep all.
INSERT INTO `branch_memberships` (`staff_id`, `branch_id`, `active`)
  SELECT s.`id`, b.`id`, true FROM `staff` s CROSS JOIN `branches` b
  WHERE s.`role` = 'MANAGER' AND s.`archived_at` IS NULL
    AND NOT EXISTS (SELECT 1 FROM `branch_memberships` m WHERE m.`staff_id` = s.`id` AND m.`active`)
  ON CONFLICT (`staff_id`, `branch_id`) DO UPDATE SET `active` = true;
