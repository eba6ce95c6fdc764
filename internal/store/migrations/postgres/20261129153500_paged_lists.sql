-- +goose Up
-- create index "apitoken_order_key_id" to table: "api_tokens"
CREATE INDEX "apitoken_order_key_id" ON "api_tokens" ("order_key", "id");
-- modify "branches" table
ALTER TABLE "branches" ADD COLUMN "words" text NULL;
-- create index "branch_order_key_id" to table: "branches"
CREATE INDEX "branch_order_key_id" ON "branches" ("order_key", "id");
-- create index "device_order_key_id" to table: "devices"
CREATE INDEX "device_order_key_id" ON "devices" ("order_key", "id");
-- modify "service_categories" table
ALTER TABLE "service_categories" ADD COLUMN "words" text NULL;
-- create index "servicecategory_order_key_id" to table: "service_categories"
CREATE INDEX "servicecategory_order_key_id" ON "service_categories" ("order_key", "id");
-- modify "services" table
ALTER TABLE "services" ADD COLUMN "words" text NULL;
-- create index "service_order_key_id" to table: "services"
CREATE INDEX "service_order_key_id" ON "services" ("order_key", "id");
-- modify "staff" table
ALTER TABLE "staff" ADD COLUMN "words" text NULL;
-- create index "staff_order_key_id" to table: "staff"
CREATE INDEX "staff_order_key_id" ON "staff" ("order_key", "id");
