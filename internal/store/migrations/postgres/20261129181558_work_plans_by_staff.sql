-- +goose Up
-- create index "workplan_staff_id_branch_id" to table: "work_plans"
CREATE INDEX "workplan_staff_id_branch_id" ON "work_plans" ("staff_id", "branch_id");
-- drop index "workplan_branch_id_staff_id" from table: "work_plans": no query looks for plans of a branch whose profiles it does not know
DROP INDEX "workplan_branch_id_staff_id";
