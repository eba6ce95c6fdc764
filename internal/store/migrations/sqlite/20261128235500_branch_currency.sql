-- +goose Up
-- add column "currency" to table: "branches"
ALTER TABLE `branches` ADD COLUMN `currency` text NOT NULL DEFAULT ('EUR');
-- The currency of most prices; what is free may have kept the default, and codes with X are no currencies but for these.
UPDATE `branches` SET `currency` = COALESCE((
  SELECT `price_currency` FROM `services`
  WHERE `price_currency` NOT LIKE 'X%' OR `price_currency` IN ('XAF', 'XCD', 'XOF', 'XPF')
  GROUP BY `price_currency` ORDER BY sum(CASE WHEN `price_minor_units` > 0 THEN 1 ELSE 0 END) DESC, count(*) DESC, `price_currency` LIMIT 1), 'EUR');
